/** Fields about one connection, which end with it. */
const HOP_BY_HOP = [
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
];

/**
 * A copy without the fields that are about the connection a message came over, those included that
 * `Connection` names. `Trailer` goes too: Fetch has no trailers to announce.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 */
export function withoutHopByHop(headers: Headers): Headers {
  const kept = new Headers(headers);
  const named = headers.get("connection")?.split(",") ?? [];
  for (const name of [...named.map((name) => name.trim()), ...HOP_BY_HOP]) {
    // What is no field name names no field.
    if (/^[!#$%&'*+.^_`|~\w-]+$/u.test(name)) kept.delete(name);
  }
  return kept;
}
