/** Whole families of fields in which proxies tell who asks, how and for what. */
const FAMILIES =
  /^(?:x-)?(?:forwarded|original|originating|remote|ssl|client-cert|auth-request|authenticated)(?:-|$)/u;

/** Addresses: `True-Client-IP`, `X-Real-IP`, `X-Azure-ClientIP`. */
const ADDRESS = /(?:-|client)ip$/u;

const NAMES: ReadonlySet<string> = new Set([
  "cf-access-authenticated-user-email",
  "front-end-https",
  "host",
  // Becomes the variable `HTTP_PROXY` under CGI, and clients there use it.
  "proxy",
  "x-client-dn",
  "x-client-verify",
  "x-host",
  "x-http-host-override",
  "x-rewrite-url",
  "x-scheme",
  "x-url-scheme",
  "x-webauth-user",
]);

/**
 * Whether a field says what only a proxy may say. From a visitor it is a claim, and upstreams believe
 * it. An underscore is as good as a hyphen: under CGI and its heirs both are one variable.
 *
 * @param name in lower case
 */
export function isClaim(name: string): boolean {
  const hyphenated = name.replaceAll("_", "-");
  // Cloudflare's edge writes these itself, whatever a visitor sends; in no other spelling.
  if (hyphenated.startsWith("cf-connecting-ip")) return hyphenated !== name;
  return FAMILIES.test(hyphenated) || ADDRESS.test(hyphenated) || NAMES.has(hyphenated);
}
