/** Fields about one connection, which end with it. `Trailer` is one: Fetch has no trailers to announce. */
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
 * Whether a field is about the connection that a message came over.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
 */
export function isHopByHop(name: string): boolean {
  return HOP_BY_HOP.has(name);
}

/** A name that a field can have: `Connection` may list anything, and asking for more throws. */
const TOKEN = /^[!#$%&'*+.^_`|~\da-z-]+$/u;

/** The fields that a `Connection` lists, in lower case: those are, too. */
export function listedIn(connection: string): readonly string[] {
  const members = connection.split(",").map((name) => name.trim().toLowerCase());
  return members.filter((name) => TOKEN.test(name));
}
