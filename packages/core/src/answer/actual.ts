import { ALLOW_CREDENTIALS, EXPOSE_HEADERS, OWNED, VARY } from "../fetch/cors-header.ts";
import { mergeExposed } from "../fetch/exposed.ts";
import { mergeVary } from "../fetch/vary.ts";
import type { Policy } from "../policy.ts";
import { report } from "../report.ts";
import { writeLines, type HeaderLines } from "./header-lines.ts";
import { leaveTrace, readOwn, type OwnFields } from "./trace.ts";

/** What a gate writes on one kind of response. */
export interface GateHeaders {
  readonly lines: HeaderLines;
  /** Whether the handler's own names are exposed beside these, and in which way `*` is one. */
  readonly credentials?: boolean;
  /** Whether a gate further out could take one of these lines for the handler's. */
  readonly leavesTrace?: boolean;
  /** Whether this is a handler's response to a preflight, in which its own lists stand. */
  readonly yields?: boolean;
}

/** What a response carries whose page gets nothing, but which another page would get. */
export const DENIED: GateHeaders = { lines: [[VARY, "Origin"]] };

/** Compiles what a handler's response carries whose page may read it. */
export function compileActual({ options, isStatic }: Policy<never>): GateHeaders {
  const { credentials, exposeHeaders } = options;
  const exposed = String(exposeHeaders);
  const lines: HeaderLines = [
    [ALLOW_CREDENTIALS, credentials ? "true" : ""],
    [EXPOSE_HEADERS, exposed],
    [VARY, isStatic ? "" : "Origin"],
  ];
  return { lines, credentials, leavesTrace: exposed !== "" };
}

/**
 * Makes `ours` the only CORS headers of a response: in place where the host allows it, else on a
 * copy.
 *
 * Its headers are read once and all together, because each look-up by name costs about as much.
 * Whether they are immutable only an attempt tells, except on workerd. A response that its handler
 * may send again is always copied, so that it never carries the headers of another request. Such a
 * response has no body (404, a redirect), already has CORS headers, or varies by origin. So is every
 * response to a preflight: sent again, ours on it would stand for the handler's own.
 *
 * @param allowOrigin the one header that differs by request; `null` for none
 */
export function decorate(
  response: Response,
  ours: GateHeaders,
  allowOrigin: string | null,
): Response {
  // A protocol switch carries a live socket, or on Deno a promise that is tied to this object. A
  // network error is no HTTP response. Neither can be copied, and neither takes headers.
  if (response.status < 200) return response;
  const { headers } = response;
  let vary: string | undefined;
  let isTyped = false;
  let isTaken = ours.yields;
  headers.forEach((value, name) => {
    if (name === VARY) vary = value;
    else if (name === "content-type") isTyped = true;
    else if (name.startsWith("access-control-")) isTaken ||= OWNED.includes(name);
  });
  isTaken ||= vary !== undefined && mergeVary(vary, "Origin") === vary;
  if (!isTaken && !isKnownImmutable(response) && (isTyped || isSentOnce(response))) {
    try {
      // Not those read before: node-server makes others when it is asked for the body.
      writeLines(response.headers, ours.lines, allowOrigin, vary);
      if (ours.leavesTrace) leaveTrace(response, ours.lines);
      return response;
    } catch {
      // Immutable: a response of fetch(), Response.redirect(), a cache, a binding.
    }
  }
  const copy = copyOrBadGateway(response, isTyped);
  const own = isTaken ? readOwn(response, copy.headers) : {};
  const lines = isTaken ? settle(ours, own) : ours.lines;
  for (const name of OWNED) copy.headers.delete(name);
  writeLines(copy.headers, lines, allowOrigin, vary);
  leaveTrace(copy, lines, own);
  return copy;
}

/**
 * Whether a response was fetched on workerd, where its headers never change. There the error of
 * trying costs more than all the rest of the gate. Elsewhere no one asks for the URL, since
 * node-server would make a whole response for it.
 */
function isKnownImmutable(response: Response): boolean {
  return "webSocket" in response && response.url !== "";
}

/**
 * Whether a response can't be sent again, where nothing says of which type it is. A body is sent
 * once, and a class of a framework's own would not survive a copy. Most responses are a 200, and of
 * these only the headers are read. On node-server a look at the body costs as much as a copy.
 */
function isSentOnce(response: Response): boolean {
  return (
    response.status === 200 ||
    response.constructor !== Response ||
    (!typesTextLate() && response.body !== null)
  );
}

let isTextTypedLate: boolean | undefined;

/** Bun gives a text its type when it sends it, and no longer once its body was looked at. */
function typesTextLate(): boolean {
  isTextTypedLate ??= !new Response("").headers.has("content-type");
  return isTextTypedLate;
}

/** The lines beside what the handler itself said: its lists stand in for ours, its names join them. */
function settle({ lines, credentials }: GateHeaders, own: OwnFields): HeaderLines {
  return lines.map(([name, value]) => [
    name,
    name === EXPOSE_HEADERS
      ? mergeExposed(value, own[name] ?? "", credentials)
      : (own[name] ?? value),
  ]);
}

/**
 * The headers of a fetched response say how its body was sent, and the body that is read is decoded.
 * Deno knows that of the response that it fetched, and not of a copy. It would send the copy as if it
 * were encoded, and no more of it than its `Content-Length`. A part (206) is never decoded. Workerd
 * encodes a copy again, and on Bun a handler may fetch without decoding.
 */
function copied(response: Response): Response {
  const copy = new Response(response.body, response);
  const { headers } = copy;
  if (
    ["gzip", "br"].includes(headers.get("content-encoding") as string) &&
    response.url &&
    response.status !== 206 &&
    !("webSocket" in response || typesTextLate()) &&
    // Last, since Deno forgets the length of a body that was looked at.
    copy.body
  ) {
    headers.delete("content-encoding");
    headers.delete("content-length");
  }
  return copy;
}

/**
 * A mutable copy, in the one form that keeps status, body stream and several `Set-Cookie`. On
 * workerd it also keeps `webSocket`, `cf` and `encodeBody`; a `{ status, headers }` copy compresses
 * a body twice there. Only a clone keeps the type that a text has not yet been given. A response
 * with a status above 599, or with a body that was read, has no copy. A response without the gate's
 * headers must not leave, nor the handler's with another status.
 */
function copyOrBadGateway(response: Response, isTyped: boolean): Response {
  try {
    if (isTyped || !typesTextLate()) return copied(response);
    const clone = response.clone();
    // Else a stream would be read for the one that no one sends, too.
    response.body?.cancel().catch(() => {});
    return clone;
  } catch (error) {
    report(`502 is sent for ${response.status}`, error);
    return new Response(null, { status: 502 });
  }
}
