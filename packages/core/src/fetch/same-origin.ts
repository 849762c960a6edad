/**
 * Whether the page that asks belongs to this very server.
 *
 * Browsers say so themselves, except on WebSocket handshakes; there the origin is compared with the
 * server's own. `https` counts for an `http` URL, because a server behind a TLS proxy sees that
 * scheme for its own page.
 *
 * @param isSelf knows the server's origins; without it the request's URL is the only witness
 * @see https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header
 */
export function isSameOrigin(
  request: Request,
  origin: string,
  isSelf: ((origin: string) => boolean) | undefined,
): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  if (isSelf) return isSelf(origin);
  // Where a Host header makes no URL, Bun shows a path alone, and workerd what was sent.
  const own = URL.parse(request.url);
  // A URL of another scheme has the origin of a sandboxed page.
  if (own === null || own.origin === "null") return false;
  // Parsed, since a proxy may write its port into the Host header (`$host:$server_port` of nginx).
  return origin === own.origin || origin === URL.parse(`https://${own.host}`)?.origin;
}
