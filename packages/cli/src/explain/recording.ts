import { type Har, type HarEntry, isPreflight } from "../given/har/index.ts";
import type { HeaderLine } from "../network/message.ts";
import type { Wire } from "../network/wire.ts";
import { WireError } from "../network/wire-error.ts";
import type { Evidence } from "../cause/evidence.ts";
import { explainOver } from "./explain.ts";
import type { ExplainReport, Question } from "./report.ts";
import { readScene } from "./scene.ts";
import { explainHandshake } from "./socket.ts";

/** What browsers call the ways in which there is no response. */
const faults: readonly (readonly [RegExp, WireError["fault"]])[] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST/, "dns"],
  [/CONNECTION_REFUSED/, "refused"],
  [/CERT|SSL/, "tls"],
  [/TIMED_OUT/, "timeout"],
  [/CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE/, "reset"],
];
/** A recording without a response does not show why there is none. */
const unrecorded = "the recording holds none, as browsers leave out what they keep from a page";

/**
 * Explains a recording itself: every request of the browser is answered with what the recording holds,
 * and nothing is sent.
 *
 * @param chosen the recording, and the number of the entry, from 1
 */
export async function explainRecording(
  question: Question,
  { recording, number }: { readonly recording: Har; readonly number: number },
): Promise<ExplainReport> {
  const scene = readScene(question);
  const notes = [...(question.notes ?? []), ...notesOn(recording.entries[number - 1])];
  const told = { ...question, notes };
  if (scene.asked.as === "websocket") {
    return explainHandshake(told, scene, handshakeOf(recording.entries[number - 1]));
  }
  return explainOver(told, scene, recordedWire(recording, number), undefined);
}

/** What the recording cannot tell. */
function notesOn(entry: HarEntry | undefined): readonly string[] {
  const { status = 0, error = "" } = entry?.response ?? {};
  if (status === 304) {
    return [
      "The server answered 304: the browser had the headers of an earlier answer too, which are not in the recording.",
    ];
  }
  const isKnown = faults.some(([pattern]) => pattern.test(error));
  if (status !== 0 || isKnown) return [];
  const words = error === "" ? "" : ` The browser's own words: ${error}.`;
  return [`Without --offline the server itself is asked.${words}`];
}

function handshakeOf(entry: HarEntry | undefined): Partial<Evidence> {
  if (!entry || entry.response.status === 0) {
    const { url = "" } = entry?.request ?? {};
    return { noAnswer: { fault: "unreachable", sentence: "", detail: unrecorded, url } };
  }
  const lines = linesOf(entry);
  const headers = new Headers();
  for (const [name, value] of lines) headers.append(name, value);
  const { url } = entry.request;
  return { handshake: { url, status: entry.response.status, headers, lines, raw: "", text: "" } };
}

function recordedWire(recording: Har, number: number): Wire {
  const lines = new WeakMap<Response, readonly HeaderLine[]>();
  const bodies = new WeakMap<Response, Uint8Array>();
  const addresses = new WeakMap<Response, string | undefined>();
  return {
    async network(request) {
      const entry = entryFor(request, recording, number);
      const response = responseOf(entry);
      lines.set(response, linesOf(entry));
      bodies.set(response, bodyOf(entry));
      addresses.set(response, entry.address);
      return response;
    },
    linesOf: (response) => lines.get(response) ?? [],
    bodyOf: (response) => bodies.get(response) ?? new Uint8Array(),
    addressOf: (response) => addresses.get(response),
  };
}

/** The recorded answer to a request: the chosen entry, what followed it, or its preflight. */
function entryFor(request: Request, { entries }: Har, number: number): HarEntry {
  const asks = request.headers.has("access-control-request-method");
  const isSame = (entry: HarEntry): boolean =>
    withoutHash(entry.request.url) === withoutHash(request.url);
  if (!asks) {
    const found = entries.slice(number - 1).find((entry) => isSame(entry) && !isPreflight(entry));
    if (found) return found;
  } else {
    const near = [...entries.keys()].toSorted(
      (a, b) => Math.abs(a - number + 1) - Math.abs(b - number + 1),
    );
    const found = near
      .map((index) => entries[index])
      .find((entry) => entry && isSame(entry) && isPreflight(entry));
    if (found) return found;
    const chosen = entries[number - 1];
    // The browser cached an earlier permission, or it would have recorded the refusal.
    if (chosen && chosen.response.status > 0) return permission(request);
  }
  throw new WireError("unreachable", `the recording has no ${request.method} ${request.url}`);
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, "");
}

function permission({ url, headers }: Request): HarEntry {
  const value = (name: string): string => headers.get(name) ?? "";
  return {
    resourceType: "preflight",
    initiator: undefined,
    page: undefined,
    address: undefined,
    request: { method: "OPTIONS", url, headers: [], body: undefined },
    response: {
      status: 204,
      statusText: "",
      text: "",
      encoding: undefined,
      error: undefined,
      headers: [
        { name: "access-control-allow-origin", value: value("origin") },
        { name: "access-control-allow-credentials", value: "true" },
        { name: "access-control-allow-methods", value: value("access-control-request-method") },
        { name: "access-control-allow-headers", value: value("access-control-request-headers") },
        { name: "access-control-max-age", value: "600" },
        { name: "vary", value: "Origin" },
      ],
    },
  };
}

function linesOf({ response }: HarEntry): readonly HeaderLine[] {
  return response.headers
    .filter(({ name }) => !name.startsWith(":"))
    .flatMap(({ name, value }): readonly HeaderLine[] =>
      // DevTools joins lines of one name by a line feed.
      value.split("\n").map((line) => [name.toLowerCase(), line]),
    );
}

function responseOf(entry: HarEntry): Response {
  const { status, statusText, error = "" } = entry.response;
  if (status === 0) {
    const [, fault = "unreachable"] = faults.find(([pattern]) => pattern.test(error)) ?? [];
    throw new WireError(fault, fault === "unreachable" ? unrecorded : error);
  }
  if (status < 200 || status > 599) {
    throw new WireError("protocol", `the status ${status} is not one a page can be given`);
  }
  const headers = new Headers();
  for (const [name, value] of linesOf(entry)) headers.append(name, value);
  const isBare = status === 204 || status === 205 || status === 304;
  const body = isBare ? null : new Uint8Array(bodyOf(entry));
  return new Response(body, {
    status,
    statusText: statusText.replace(/[^\x20-\x7e]/g, ""),
    headers,
  });
}

function bodyOf({ response: { text, encoding } }: HarEntry): Uint8Array {
  return new Uint8Array(encoding === "base64" ? Buffer.from(text, "base64") : Buffer.from(text));
}
