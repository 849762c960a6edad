/** How Cloudflare's network says that it had no response from a server, and what a gateway says. */
const CLOUDFLARE_FAILURES: Readonly<Record<number, 502 | 504>> = {
  520: 502,
  521: 502,
  522: 504,
  523: 502,
  524: 504,
  525: 502,
  526: 502,
  530: 502,
};

/**
 * The status that a gateway sends in place of a response that it can't hand on. Such a status is
 * one of Cloudflare's own failures, or one that HTTP does not have. Or it switches protocols
 * without the other protocol.
 */
export function statusInPlaceOf(
  response: Pick<Response, "status"> & { readonly webSocket?: unknown },
): 502 | 504 | undefined {
  const { status } = response;
  if (status === 101) return response.webSocket ? undefined : 502;
  if (status < 200 || status > 599) return 502;
  return CLOUDFLARE_FAILURES[status];
}
