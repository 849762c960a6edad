import { type Har, type HarEntry, isPreflight } from "../given/har/index.ts";
import type { HeaderLine } from "../network/message.ts";
import type { Wire } from "../network/wire.ts";
import { WireError } from "../network/wire-error.ts";

/** What browsers call the ways in which there is no response. */
const faults: readonly (readonly [RegExp, WireError["fault"]])[] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST/, "dns"],
  [/CONNECTION_REFUSED/, "refused"],
  [/CERT|SSL/, "tls"],
  [/TIMED_OUT/, "timeout"],
  [/CONNECTION_(?:RESET|CLOSED|ABORTED)|EMPTY_RESPONSE/, "reset"],
];
/** A recording without a response does not show why there is none. */
export const unrecorded =
  "the recording holds none, as browsers leave out what they keep from a page";

/** The way in which there is no response, by the browser's own words. */
export function faultOf(error: string): WireError["fault"] | undefined {
  return faults.find(([pattern]) => pattern.test(error))?.[1];
}

/** A wire that answers with what a recording holds, and sends nothing. */
export function recordedWire(recording: Har, number: number): Wire {
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

export function linesOf({ response }: HarEntry): readonly HeaderLine[] {
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
    const fault = faultOf(error) ?? "unreachable";
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
