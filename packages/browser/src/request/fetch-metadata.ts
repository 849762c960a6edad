import type { HeaderList } from "../fetch/header-list.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import { isAddress, isSameSite } from "../fetch/site.ts";
import { isTrustworthy } from "../fetch/trustworthy.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "./page-request.ts";
import { currentUrl } from "./page-request.ts";
import { hasJustChangedOrigin, hasTaintedOrigin } from "./request-origin.ts";

/**
 * The `Sec-Fetch-*` headers, which go to trustworthy URLs only. `refuseDenied` of Crossgate reads
 * them, other gates do too.
 *
 * @see https://w3c.github.io/webappsec-fetch-metadata/
 */
export function fetchMetadata(request: PageRequest, switches: Switches): HeaderList {
  const isCut = request.mode === "cors" && hasJustChangedOrigin(request);
  if (isCut && switches.addsNothingAfterRedirect) return [];
  return headersFor(request, siteOf(request, switches));
}

/** Those of a preflight, which is its own request: it has not been redirected. */
export function preflightMetadata(request: PageRequest, switches: Switches): HeaderList {
  const isForeign = switches.preflightSiteHeedsTaint && hasTaintedOrigin(request);
  const asked: PageRequest = { ...request, urls: [currentUrl(request)] };
  return headersFor(request, isForeign ? "cross-site" : siteOf(asked, switches));
}

function headersFor({ urls, destination, mode, traits }: PageRequest, site: string): HeaderList {
  const url = urls.at(-1) ?? urls[0];
  if (traits.metadata === undefined || !isTrustworthy(url)) return [];
  const own = { dest: destination === "" ? "empty" : destination, mode };
  const told = traits.metadata === "own" ? own : traits.metadata;
  return [
    ["sec-fetch-dest", told.dest],
    ["sec-fetch-mode", told.mode],
    ["sec-fetch-site", site],
  ];
}

function siteOf(request: PageRequest, switches: Switches): string {
  const { urls, pageOrigin, client } = request;

  if (urls.every((url) => isSameOrigin(pageOrigin, url))) return "same-origin";
  if (switches.redirectedAddressIsCrossSite && urls.length > 1 && urls.some(isAddress)) {
    return "cross-site";
  }
  const isOneSite = urls.every((url) => isSameSite(pageOrigin, url, client.registrableDomain));
  return isOneSite ? "same-site" : "cross-site";
}
