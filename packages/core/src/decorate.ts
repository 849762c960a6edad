import { mergeVary } from "./fetch/vary.ts";
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  EXPOSE_HEADERS,
  MAX_AGE,
  VARY,
  type HeaderLines,
} from "./headers.ts";
import { report } from "./report.ts";

/** The gate's, whatever a handler, an upstream or an inner gate wrote. */
const OWNED = [ALLOW_ORIGIN, ALLOW_CREDENTIALS, EXPOSE_HEADERS];
/** With those for preflight answers only; there a handler that answers may have its own. */
const ALL = [...OWNED, ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE];

/**
 * Makes `ours` the only CORS headers of a response: in place where the host allows it, else on a
 * copy.
 *
 * Its headers are read once and all together, because each look-up by name costs about as much.
 * Nothing tells whether they are immutable except trying. A response that already has CORS headers,
 * or varies by origin, is copied in any case: it may be one that its handler sends again, and then
 * another request's answer is on it. So is every answer to a preflight: sent again, ours on it would
 * stand for the handler's own.
 *
 * @param allowOrigin the one of `ours` that differs by request
 * @param yields whether what the handler itself says to a preflight stands
 */
export function decorate(
  response: Response,
  ours: HeaderLines,
  allowOrigin?: string | null,
  yields?: boolean,
): Response {
  // A protocol switch carries a live socket (or, on Deno, a promise tied to this very object), and a
  // network error is no HTTP response at all: neither has a copy, or takes headers.
  if (response.status < 200) return response;
  const { headers } = response;
  let vary: string | undefined;
  let isTaken = yields;
  headers.forEach((value, name) => {
    if (name === VARY) vary = value;
    else isTaken ||= ALL.includes(name);
  });
  if (!isTaken && (vary === undefined || mergeVary(vary, "Origin") !== vary)) {
    try {
      writeLines(headers, ours, allowOrigin, vary);
      return response;
    } catch {
      // Immutable: a response of fetch(), Response.redirect(), a cache, a binding.
    }
  }
  const copy = copyOrBadGateway(response);
  for (const name of yields ? OWNED : ALL) copy.headers.delete(name);
  writeLines(copy.headers, ours, allowOrigin, vary, yields);
  return copy;
}

/**
 * Writes CORS headers where there are none.
 *
 * @param vary what the response itself says; it stays
 * @param yields whether there may be some, which stay as they are
 */
export function writeLines(
  headers: Headers,
  ours: HeaderLines,
  allowOrigin: string | null | undefined,
  vary?: string,
  yields?: boolean,
): void {
  if (allowOrigin) headers.append(ALLOW_ORIGIN, allowOrigin);
  for (const [name, value] of ours) {
    if (!value) continue;
    if (vary !== undefined && name === VARY) headers.set(name, mergeVary(vary, value));
    else if (!(yields && headers.has(name))) headers.append(name, value);
  }
}

/**
 * A mutable copy, in the one form that keeps status, body stream, several `Set-Cookie`, and on
 * workerd `webSocket`, `cf` and `encodeBody`; a `{ status, headers }` copy compresses a body twice
 * there. A status above 599 or a body already read has none: neither an answer without the gate's
 * headers may leave, nor the handler's with another status.
 */
function copyOrBadGateway(response: Response): Response {
  try {
    return new Response(response.body, response);
  } catch (error) {
    report(`502 is sent for ${response.status}`, error);
    return new Response(null, { status: 502 });
  }
}
