import type { Given } from "crossgate/given";
import { readGiven, readHeaderBlocks } from "crossgate/given";
import type { Places } from "../../src/demo/endpoint.ts";
import { EMPTY_SCENE, METHODS, oneOf, type Scene } from "../scene.ts";
import { commandFor } from "./command.ts";
import { serverOfAnswer, serverOfCode } from "./server-of.ts";

/** What a text that someone has in hand comes to. */
export interface Pasted {
  readonly scene: Scene;
  /** What was understood, and what the page can't know. */
  readonly told: readonly string[];
  /** What asks the real server, which this page must not; empty where its response was pasted. */
  readonly command: string;
}

/** Headers whose value is no one's business, and the scene stands in the address. */
const SECRET = /auth|cookie|key|secret|session|token/iu;

/**
 * Reads a console line, the headers of a response, a cURL command, a `fetch` call, a raw request, a
 * HAR file, or a URL. Sets the scene that it is about.
 *
 * @returns undefined for a text that is none of these
 */
export function readPasted(text: string, places: Places): Pasted | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  const given = readGiven(trimmed) ?? bareUrl(trimmed);
  // A response alone asks no server: this page checks it.
  const isAnswer = given?.kind === "headers" && given.url === undefined;
  if (given && !isAnswer) return ofGiven(given, trimmed, places);
  const answer = readHeaderBlocks(trimmed)?.at(-1);
  if (answer === undefined) return undefined;
  return {
    scene: { ...EMPTY_SCENE, ...serverOfAnswer(answer) },
    told: [
      `The headers of a response${answer.status === undefined ? "" : ` with status ${answer.status}`}.`,
      "Say below whose page asks, and with what: this page checks the response as a browser would.",
    ],
    command: "",
  };
}

function ofGiven(given: Given, text: string, places: Places): Pasted {
  const origin = originOf(given);
  const headers = given.headers ?? [];
  const hasBody = given.body !== undefined;
  const asked = given.method ?? (headers.length > 0 && given.kind === "console" ? "POST" : "GET");
  const method = oneOf([asked, ...METHODS].filter(isMethod), asked);
  const scene: Scene = {
    ...EMPTY_SCENE,
    ...serverOfCode(given.said, text, origin || places.page),
    origin: origin === places.page ? "" : origin,
    method,
    requestHeaders: headers.map(([name, value]) => `${name}: ${masked(name, value)}`).join("\n"),
    body: hasBody && method !== "GET" && method !== "HEAD" ? "{}" : "",
    credentials: given.credentials ?? (given.cookie === undefined ? "same-origin" : "include"),
  };
  // An error of a frame, say: there is no address, and none is to be asked for.
  const isNoRequest = given.url === undefined && given.isNoRequest === true;
  return isNoRequest
    ? { scene, told: given.notes, command: "" }
    : { scene, told: toldOf(given, origin, method), command: commandFor(given, text, origin) };
}

function isMethod(value: string): value is Scene["method"] {
  return METHODS.some((method) => method === value);
}

function toldOf(given: Given, origin: string, method: string): readonly string[] {
  const page = origin === "" ? "this page" : `a page on ${origin}`;
  const isSecret = (given.headers ?? []).some(([name]) => SECRET.test(name));
  return [
    `${method} ${given.url ?? "a URL that it does not name"}, asked by ${page}.`,
    given.said === undefined
      ? "This page can't ask the server. The example stands for one without CORS headers."
      : `The server below answers so that the same happens: ${given.said}.`,
    ...(given.method === undefined || isMethod(given.method)
      ? []
      : [`This page has no method ${given.method}.`]),
    ...(isSecret || given.body !== undefined
      ? [
          "Bodies, and values that may be secret, are left out: the address of this page would hold them.",
        ]
      : []),
    ...given.notes,
  ];
}

function masked(name: string, value: string): string {
  return SECRET.test(name) ? "x" : value;
}

/** The page's origin; empty where the text does not say it. */
function originOf({ origin = "" }: Given): string {
  if (origin === "null" || !URL.canParse(origin)) return origin === "null" ? origin : "";
  const url = new URL(origin);
  return url.origin === "null" ? origin : url.origin;
}

/** As people write it: without a scheme. */
function bareUrl(text: string): Given | undefined {
  if (!/^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/\S*)?$/u.test(text)) return undefined;
  const scheme = /^(?:localhost|127\.)/u.test(text) ? "http" : "https";
  return { kind: "url", url: `${scheme}://${text}`, notes: [] };
}
