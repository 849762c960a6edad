import { type Har, type HarEntry, isPreflight } from "../given/har.ts";
import type { HeaderLine, Wire } from "../network/wire.ts";
import { WireError } from "../network/wire-error.ts";
import { explainOver } from "./explain.ts";
import type { ExplainReport, Question } from "./report.ts";
import { readScene } from "./scene.ts";

/** What browsers call the ways in which there is no answer. */
const faults: readonly (readonly [RegExp, WireError["fault"]])[] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST/, "dns"],
  [/CONNECTION_REFUSED/, "refused"],
  [/CERT|SSL/, "tls"],
  [/TIMED_OUT/, "timeout"],
  [/CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE/, "reset"],
];

/**
 * Judges a recording itself: every request of the browser is answered with what the recording holds,
 * and nothing is sent.
 *
 * @param chosen the recording, and the number of the entry, from 1
 */
export async function explainRecording(
  question: Question,
  { recording, number }: { readonly recording: Har; readonly number: number },
): Promise<ExplainReport> {
  return explainOver(question, readScene(question), recordedWire(recording, number), undefined);
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
      addresses.set(response, entry.serverIPAddress?.replace(/^\[|\]$/g, ""));
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
  throw new WireError(
    "unreachable",
    `the recording has no answer to ${request.method} ${request.url}`,
  );
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, "");
}

function permission({ url, headers }: Request): HarEntry {
  const value = (name: string): string => headers.get(name) ?? "";
  return {
    request: { method: "OPTIONS", url, headers: [] },
    response: {
      status: 204,
      statusText: "",
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
  const { status, statusText } = entry.response;
  const error = entry.response["_error"] ?? "";
  if (status < 200 || status > 599) {
    const [, fault = "unreachable"] = faults.find(([pattern]) => pattern.test(error)) ?? [];
    throw new WireError(fault, error === "" ? "the recording has no answer" : error);
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

function bodyOf({ response }: HarEntry): Uint8Array {
  const { text = "", encoding } = response.content ?? {};
  return new Uint8Array(encoding === "base64" ? Buffer.from(text, "base64") : Buffer.from(text));
}
