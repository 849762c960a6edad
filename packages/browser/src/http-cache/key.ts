import { areSchemelesslySameSite } from "../fetch/site.ts";
import { sendsCredentials } from "../request/credentials.ts";
import type { PageRequest } from "../request/page-request.ts";
import { currentUrl } from "../request/page-request.ts";
import type { CacheRules } from "./rules.ts";

/**
 * The site of the page, and the URL; undefined for a page with an opaque origin, which shares
 * nothing.
 *
 * @see https://fetch.spec.whatwg.org/#http-cache-partitions
 */
function placeOf({ pageOrigin, client, urls }: PageRequest): string | undefined {
  if (!URL.canParse(pageOrigin)) return undefined;
  const { protocol, hostname } = new URL(pageOrigin);
  const url = new URL(urls.at(-1) ?? urls[0]);
  url.hash = "";
  const site = client.registrableDomain?.(hostname) ?? hostname;
  return `${protocol}//${site} ${url.href}`;
}

/** What a response is stored under: its place, and what else an engine tells apart. */
export function keyOf(request: PageRequest, rules: CacheRules): string | undefined {
  const place = placeOf(request);
  if (place === undefined) return undefined;
  return JSON.stringify([
    place,
    rules.splitsByCredentials && sendsCredentials(request),
    rules.splitsForeignScripts && isForeignScript(request),
    rules.splitsHead && request.method === "HEAD",
  ]);
}

function isForeignScript(request: PageRequest): boolean {
  const { initiator, pageOrigin, client } = request;
  if (initiator !== "fetch" && initiator !== "xhr") return false;
  const { hostname } = new URL(pageOrigin);
  return !areSchemelesslySameSite(hostname, currentUrl(request).hostname, client.registrableDomain);
}
