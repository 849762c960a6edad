import { withoutEmptyLines } from "../fetch/header-list.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import { areSchemelesslySameSite, isAddress } from "../fetch/site.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";
import { currentUrl } from "../request/page-request.ts";

/**
 * Why `Cross-Origin-Resource-Policy` keeps an opaque response from the page, or undefined.
 *
 * @returns the policy that applies, as the server or the page's embedder policy sets it
 * @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check
 */
export function blockingResourcePolicy(
  request: PageRequest,
  { headers }: Response,
  switches: Switches,
): string | undefined {
  if (request.tainting !== "opaque") return undefined;
  const policy = policyOf(request, headers, switches);
  const url = currentUrl(request);
  if (policy === undefined || isSameOrigin(request.pageOrigin, url)) return undefined;
  return policy === "same-site" && isWithinSite(request, url, switches) ? undefined : policy;
}

function policyOf(request: PageRequest, headers: Headers, switches: Switches): string | undefined {
  const joined = headers.get("cross-origin-resource-policy");
  const given = switches.skipsEmptyLines ? withoutEmptyLines(joined) : joined;
  if (given === "same-origin" || given === "same-site") return given;
  if (given === "cross-origin") return undefined;
  if (given && switches.anyResourcePolicyCounts) return undefined;
  return request.client.embedderPolicy === "require-corp" ? "same-origin" : undefined;
}

function isWithinSite(
  { pageOrigin, client }: PageRequest,
  url: URL,
  { addressesAreNoSite }: Switches,
): boolean {
  if (!URL.canParse(pageOrigin)) return false;
  const page = new URL(pageOrigin);
  if (page.protocol !== "https:" && url.protocol === "https:") return false;
  if (addressesAreNoSite && isAddress(url)) return false;
  return areSchemelesslySameSite(page.hostname, url.hostname, client.registrableDomain);
}
