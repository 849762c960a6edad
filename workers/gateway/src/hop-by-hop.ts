/** Fields about one connection, which end with it. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authentication-info",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * The names of fields that are about the connection a message came over, those included that its
 * `Connection` lists. `Trailer` is one too: Fetch has no trailers to announce.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 */
export function hopByHopOf(headers: Headers): ReadonlySet<string> {
  const connection = headers.get("connection");
  if (connection === null) return HOP_BY_HOP;
  const listed = connection.split(",").map((name) => name.trim().toLowerCase());
  return new Set([...HOP_BY_HOP, ...listed]);
}
