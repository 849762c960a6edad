import type { Gate } from "../cors.ts";
import { requestKind } from "../fetch/request-kind.ts";

/**
 * The gate of a request whose policy can't be had: no one passes, and no handler runs. Its response
 * is never stored, so nothing varies.
 */
export const CLOSED: Gate = {
  check: (request) => {
    const origin = request.headers.get("origin");
    return {
      kind: requestKind(request, origin),
      origin,
      allowed: false,
      reason: "no-policy",
      detail: "The policy of this request can't be used; the log says why.",
      response: unavailable(),
      apply: unavailable,
    };
  },
  wrap: () => unavailable,
};

function unavailable(): Response {
  return new Response("Internal Server Error\n", {
    status: 500,
    headers: { "cache-control": "no-store", "content-type": "text/plain;charset=UTF-8" },
  });
}
