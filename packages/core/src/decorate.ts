import { mergeVary } from "./fetch/vary.ts";
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  EXPOSE_HEADERS,
  MAX_AGE,
  VARY,
  type HeaderRecord,
} from "./headers.ts";
import { report } from "./report.ts";

/** For preflight answers only; there a handler that answers may have its own. */
const SHARED = [ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE];
/** The gate's, whatever a handler, an upstream or an inner gate wrote. */
const OWNED = [ALLOW_ORIGIN, ALLOW_CREDENTIALS, EXPOSE_HEADERS, ...SHARED];

/**
 * Makes `ours` the only CORS headers of a response: in place where the host allows it, else on a
 * copy.
 *
 * Nothing tells whether headers are immutable except trying. A response that already has an
 * `Access-Control-Allow-Origin` is copied in any case: it may be one that its handler sends again,
 * and then another request's answer is on it.
 *
 * @param ours CORS headers, and what `Vary` must name besides what it names already
 * @param yields whether what the handler itself says to a preflight stands
 */
export function decorate(response: Response, ours: HeaderRecord, yields: boolean): Response {
  // A protocol switch carries a live socket (or, on Deno, a promise tied to this very object), and a
  // network error is no HTTP response at all: neither has a copy, or takes headers.
  if (response.status < 200) return response;
  if (!response.headers.has(ALLOW_ORIGIN)) {
    try {
      write(response.headers, ours, yields);
      return response;
    } catch {
      // Immutable: a response of fetch(), Response.redirect(), a cache, a binding.
    }
  }
  const copy = copyOrBadGateway(response);
  write(copy.headers, ours, yields);
  return copy;
}

function write(headers: Headers, ours: HeaderRecord, yields: boolean): void {
  for (const name of OWNED) {
    if (yields && SHARED.includes(name) && headers.has(name)) continue;
    if (ours[name]) headers.set(name, ours[name]);
    else headers.delete(name);
  }
  if (ours[VARY]) headers.set(VARY, mergeVary(headers.get(VARY), ours[VARY]));
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
