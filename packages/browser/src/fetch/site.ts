import { isSameOrigin } from "./origin.ts";

/** The part of a host name that one owner registered, `example.co.uk`; undefined where nobody knows. */
export type RegistrableDomain = (hostname: string) => string | null | undefined;

/**
 * Whether two hosts belong to one site, whatever their schemes.
 *
 * Deviation: without the public suffix list (see `registrableDomain`) hosts count as one site when
 * they are equal, or one is a subdomain of the other: `a.example.com` and `b.example.com` are two.
 *
 * @see https://html.spec.whatwg.org/multipage/browsers.html#schemelessly-same-site
 */
export function areSchemelesslySameSite(
  first: string,
  second: string,
  registrableDomain?: RegistrableDomain,
): boolean {
  if (first === second) return true;
  const domain = registrableDomain?.(first);
  if (registrableDomain) return domain != null && domain === registrableDomain(second);
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first];
  return longer.endsWith(`.${shorter}`);
}

/**
 * Whether a URL belongs to the site of an origin, schemes included.
 *
 * @see https://html.spec.whatwg.org/multipage/browsers.html#same-site
 */
export function isSameSite(
  origin: string,
  url: URL,
  registrableDomain?: RegistrableDomain,
): boolean {
  if (isSameOrigin(origin, url)) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.protocol !== url.protocol) return false;
  return areSchemelesslySameSite(page.hostname, url.hostname, registrableDomain);
}
