import { copyResponse, isUntouchable } from "./fetch/response.ts";
import { ALLOW_ORIGIN } from "./headers.ts";
import { report } from "./report.ts";

/**
 * Runs `write` on the headers of `response`: in place where the host allows it, else on a copy.
 *
 * Nothing tells whether headers are immutable except trying. A response that already has an
 * `Access-Control-Allow-Origin` is copied in any case: it may be one that its handler sends again,
 * and then another request's answer is on it.
 */
export function decorate(response: Response, write: (headers: Headers) => void): Response {
  if (isUntouchable(response)) return response;
  if (!response.headers.has(ALLOW_ORIGIN)) {
    try {
      write(response.headers);
      return response;
    } catch {
      // Immutable: a response of fetch(), Response.redirect(), a cache, a binding.
    }
  }
  const copy = copyOrBadGateway(response);
  write(copy.headers);
  return copy;
}

/** Neither an answer without the gate's headers may leave, nor the handler's with another status. */
function copyOrBadGateway(response: Response): Response {
  try {
    return copyResponse(response);
  } catch (error) {
    report(`a response with status ${response.status} can't be copied; 502 is sent`, error);
    return new Response("Bad Gateway\n", { status: 502 });
  }
}
