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
  method: "PUT",
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
      "A plain GET needs no permission to be sent. The browser adds Origin to it, and hands the answer to the script because the server names that origin.",
    outcome: "readable",
    scene: (own) => withPolicy({ origin: own }),
  },
  {
    id: "blocked",
    name: "A blocked request",
    story:
      "The same request, to a server that is there for another page. It is sent and it is answered: what the browser keeps from the script is the answer.",
    outcome: "blocked",
    scene: () => withPolicy({ origin: "https://partner.example" }),
  },
  {
    id: "preflight",
    name: "A preflight",
    story:
      "No form can send PUT or JSON, so the browser asks first. The gate answers that question itself, and only then the real request leaves.",
    outcome: "readable",
    scene: (own) => withPolicy(api(own), JSON_BODY),
  },
  {
    id: "refused",
    name: "A refused preflight",
    story:
      "The policy knows GET and PUT, and the script wants DELETE. The browser reads the answer to its question and never sends the request.",
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
      "Headers written by hand: any origin, and credentials too. No browser accepts the pair. Crossgate refuses to build it, which is why this server stands here without.",
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
      "The server is allowed to answer, and sends the browser elsewhere. From there on the browser no longer says whose page asked: the origin is null, and no list has that name. (Elsewhere is this page’s own server here, for want of a third.)",
    outcome: "blocked",
    scene: (own) => withPolicy({ origin: own }, { answer: "elsewhere" }),
  },
  {
    id: "hidden",
    name: "A hidden header",
    story:
      "The script may read the answer, but not all of it. Of the headers it sees a safe handful; x-request-id is there and stays hidden until the server exposes it.",
    outcome: "readable",
    scene: (own) => withPolicy({ origin: own }, { answer: "labelled" }),
  },
  {
    id: "sandbox",
    name: "A page called null",
    story:
      "A sandboxed frame has no origin of its own. Every such frame, whoever made it, is called null, so a list can't tell yours from a stranger's.",
    outcome: "blocked",
    scene: (own) => withPolicy({ origin: own }, { origin: "null" }),
  },
];

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
  return { origin: own, allowMethods: ["GET", "PUT"], allowHeaders: ["content-type"] };
}

function withPolicy(
  options: Readonly<Record<string, unknown>>,
  request: Partial<Scene> = {},
): Scene {
  return { ...EMPTY_SCENE, policy: printOptions(options), ...request };
}
