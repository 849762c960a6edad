import { printOptions } from "../src/demo/print-options.ts";
import { EMPTY_SCENE, type Scene } from "./scene.ts";

/** One step of the story that CORS is. */
export interface Preset {
  readonly id: string;
  readonly name: string;
  /** What there is to see, in two or three sentences. */
  readonly story: string;
  readonly outcome: "readable" | "blocked";
  readonly scene: Scene;
}

const JSON_BODY = {
  method: "POST",
  requestHeaders: "content-type: application/json",
  body: '{"title":"Hello"}',
} as const;

interface Step extends Omit<Preset, "scene"> {
  readonly scene: (own: string) => Scene;
}

/** In the order of the story; the policies name the page's own origin. */
const STEPS: readonly Step[] = [
  {
    id: "simple",
    name: "A simple request",
    story:
      "A plain GET needs no permission to be sent. The browser adds Origin to it. It hands the response to the script because the server names that origin.",
    outcome: "readable",
    scene: (own) => withPolicy({ origin: own }),
  },
  {
    id: "blocked",
    name: "Blocked: the header is missing",
    story:
      "The same request, to a server that knows nothing of CORS. The request is sent and answered. The browser keeps the response from the script, because no header says that this page may read it.",
    outcome: "blocked",
    scene: () => ({ ...EMPTY_SCENE, kind: "by-hand" }),
  },
  {
    id: "another",
    name: "Blocked: the header names another page",
    story:
      "The server allows one page, and it is not this one. The header holds a single origin, and the browser compares it letter by letter.",
    outcome: "blocked",
    scene: () => ({
      ...EMPTY_SCENE,
      kind: "by-hand",
      headers: "Access-Control-Allow-Origin: https://partner.example\nVary: Origin",
    }),
  },
  {
    id: "preflight",
    name: "A preflight, for a POST with JSON",
    story:
      "No form can send JSON, so the browser asks first. The gate answers that question itself. Only then does the real request leave.",
    outcome: "readable",
    scene: (own) => withPolicy(api(own), JSON_BODY),
  },
  {
    id: "refused",
    name: "A refused preflight",
    story:
      "The policy allows GET and POST, and the script wants DELETE. The browser reads the answer to its question and never sends the request.",
    outcome: "blocked",
    scene: (own) => withPolicy(api(own), { method: "DELETE" }),
  },
  {
    id: "credentials",
    name: "Credentials",
    story:
      "The script asks with cookies. The server must name the origin and say yes to credentials. Send it twice: the second time the cookie travels, if your browser keeps cookies of other sites.",
    outcome: "readable",
    scene: (own) =>
      withPolicy({ origin: own, credentials: true }, { answer: "visits", credentials: "include" }),
  },
  {
    id: "wildcard",
    name: "The wildcard trap",
    story:
      "Headers written by hand: any origin, and credentials too. No browser accepts the pair. Crossgate refuses to build such a policy, so this server does without it.",
    outcome: "blocked",
    scene: () => ({
      ...EMPTY_SCENE,
      kind: "by-hand",
      headers: "Access-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: true",
      credentials: "include",
    }),
  },
  {
    id: "redirect",
    name: "A redirect to null",
    story:
      "The server answers with a redirect to another origin. After it the browser no longer says whose page asked: the origin is null, and no list may hold that name. (The other origin is this page’s own server here.)",
    outcome: "blocked",
    scene: (own) => withPolicy({ origin: own }, { answer: "elsewhere" }),
  },
  {
    id: "hidden",
    name: "A hidden header",
    story:
      "The script may read the response, but not all of it. Of the headers it sees seven safe ones. The header x-request-id is there, and stays hidden until the server exposes it.",
    outcome: "readable",
    scene: (own) => withPolicy({ origin: own }, { answer: "labelled" }),
  },
  {
    id: "sandbox",
    name: "A page called null",
    story:
      "A sandboxed frame has an opaque origin. Browsers call every such frame null, so a list can't tell your frame from a stranger's.",
    outcome: "blocked",
    scene: (own) => withPolicy({ origin: own }, { origin: "null" }),
  },
];

/** The one that the page opens with: the request that brings most people here. */
export const FIRST_PRESET = "blocked";

/** The presets for a page that lives at `own`. */
export function presetsFor(own: string): readonly Preset[] {
  return STEPS.map(({ id, name, story, outcome, scene }) => ({
    id,
    name,
    story,
    outcome,
    scene: scene(own),
  }));
}

function api(own: string): Readonly<Record<string, unknown>> {
  return { origin: own, allowMethods: ["GET", "POST"], allowHeaders: ["content-type"] };
}

function withPolicy(
  options: Readonly<Record<string, unknown>>,
  request: Partial<Scene> = {},
): Scene {
  return { ...EMPTY_SCENE, policy: printOptions(options), ...request };
}
