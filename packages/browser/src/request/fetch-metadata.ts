import type { HeaderList } from "../fetch/header-list.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import { isSameSite } from "../fetch/site.ts";
import { isTrustworthy } from "../fetch/trustworthy.ts";
import type { PageRequest } from "./page-request.ts";
import { currentUrl } from "./page-request.ts";

/**
 * The `Sec-Fetch-*` headers, which go to trustworthy URLs only. `refuseDenied` of Crossgate reads
 * them, other gates do too.
 *
 * @see https://w3c.github.io/webappsec-fetch-metadata/
 */
export function fetchMetadata(request: PageRequest): HeaderList {
  if (!isTrustworthy(currentUrl(request))) return [];
  return [
    ["sec-fetch-dest", request.destination === "" ? "empty" : request.destination],
    ["sec-fetch-mode", request.mode],
    ["sec-fetch-site", siteOf(request)],
  ];
}

function siteOf({ urls, pageOrigin, client: { registrableDomain } }: PageRequest): string {
  if (urls.every((url) => isSameOrigin(pageOrigin, url))) return "same-origin";
  const isOneSite = urls.every((url) => isSameSite(pageOrigin, url, registrableDomain));
  return isOneSite ? "same-site" : "cross-site";
}
