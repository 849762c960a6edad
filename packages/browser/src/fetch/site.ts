import { isSameOrigin } from "./origin.ts";
import type { RegistrableDomain } from "./registrable-domain.ts";

/**
 * Whether two hosts belong to one site, whatever their schemes.
 *
 * Deviation: without the public suffix list (see `registrableDomain`) hosts count as one site when
 * they are equal, or one is a subdomain of the other. `a.example.com` and `b.example.com` are two
 * sites.
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
  // Lists of public suffixes leave the dot of a fully qualified name out, which sites do not.
  if (first.endsWith(".") !== second.endsWith(".")) return false;
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

/** A host without a registrable domain: an address, or a single label. */
export function isAddress({ hostname }: URL): boolean {
  return !hostname.includes(".") || /^[0-9.]+$/.test(hostname);
}
