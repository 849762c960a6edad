import type { HeaderList } from "../fetch/header-list.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import type { PageRequest } from "./page-request.ts";
import { currentUrl } from "./page-request.ts";

const loopback = /^(?:localhost|.+\.localhost|127(?:\.[0-9]+){3}|\[::1\])$/;

/**
 * The `Sec-Fetch-*` headers, which go to trustworthy URLs only. `refuseDenied` of Crossgate reads
 * them, other gates do too.
 *
 * Deviation: without the public suffix list hosts count as same-site when they are equal, or
 * one is a subdomain of the other; `a.example.com` and `b.example.com` read `cross-site` here.
 *
 * @see https://w3c.github.io/webappsec-fetch-metadata/
 */
export function fetchMetadata(request: PageRequest): HeaderList {
  const url = currentUrl(request);
  if (url.protocol !== "https:" && !loopback.test(url.hostname)) return [];
  return [
    ["sec-fetch-dest", "empty"],
    ["sec-fetch-mode", request.mode],
    ["sec-fetch-site", siteOf(request)],
  ];
}

function siteOf(request: PageRequest): string {
  if (request.urls.every((url) => isSameOrigin(request.pageOrigin, url))) return "same-origin";
  return request.urls.every((url) => isSameSite(request.pageOrigin, url))
    ? "same-site"
    : "cross-site";
}

function isSameSite(origin: string, url: URL): boolean {
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.protocol !== url.protocol) return false;
  const [shorter, longer] = [page.hostname, url.hostname].toSorted((a, b) => a.length - b.length);
  return shorter === longer || (longer?.endsWith(`.${shorter}`) ?? false);
}
