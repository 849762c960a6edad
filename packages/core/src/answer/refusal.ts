import { VARY } from "../fetch/cors-header.ts";

/**
 * The one response to every origin that is not allowed. It says nothing about the policy, so that
 * no one can map the policy by asking. No cache may store it, since a policy may change at once.
 */
export function refuse(): Response {
  return new Response("Origin not allowed.\n", {
    status: 403,
    headers: { [VARY]: "Origin", "cache-control": "no-store" },
  });
}
