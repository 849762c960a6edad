import { domainOf } from "./domain.ts";
import type { ParsedCookie } from "./parse.ts";
import type { CookieRules } from "./rules.ts";

/**
 * Whether a cookie has what the prefix of its name promises.
 *
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-cookie-name-prefixes
 */
export function keepsPrefix(
  { name, value, attributes }: ParsedCookie,
  { namelessPrefixFails }: CookieRules,
): boolean {
  const text = name === "" ? value : name;
  const [prefix] = /^__(?:secure|http|host-http|host)-/i.exec(text) ?? [];
  if (prefix === undefined) return true;
  if (!attributes.has("secure") || (name === "" && namelessPrefixFails)) return false;
  const kind = prefix.toLowerCase();
  if (kind.endsWith("http-") && !attributes.has("httponly")) return false;
  const isOfHost = attributes.get("path") === "/" && domainOf(attributes) === "";
  return !kind.startsWith("__host-") || isOfHost;
}
