import type { HeaderList } from "../fetch/header-list.ts";
import { getHeader } from "../fetch/header-list.ts";
import type { Switches } from "../switches.ts";
import { fetchMetadata } from "./fetch-metadata.ts";
import type { PageRequest } from "./page-request.ts";
import { refererHeader } from "./referrer.ts";
import { originHeader } from "./request-origin.ts";

/**
 * All headers of a request on the wire: what the page set, and what the browser adds.
 *
 * @see https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
export function networkHeaders(request: PageRequest, switches: Switches): HeaderList {
  const origin = originHeader(request, switches);
  const referer = refererHeader(request, switches);
  return [
    ...(isMissing(request, "accept") ? line("accept", "*/*") : []),
    ...(isMissing(request, "accept-language") ? line("accept-language", "en-US,en;q=0.9") : []),
    ...request.headers,
    ...line("origin", origin),
    ...line("referer", referer),
    ...line("content-length", contentLength(request)),
    ...cacheHeaders(request),
    ...(isMissing(request, "range") ? [] : line("accept-encoding", "identity")),
    ...fetchMetadata(request),
  ];
}

function isMissing({ headers }: PageRequest, name: string): boolean {
  return getHeader(headers, name) === undefined;
}

function line(name: string, value: string | undefined): HeaderList {
  return value === undefined ? [] : [[name, value]];
}

function contentLength({ body, method }: PageRequest): string | undefined {
  if (body?.source) return String(body.source.byteLength);
  return body === null && (method === "POST" || method === "PUT") ? "0" : undefined;
}

function cacheHeaders(request: PageRequest): HeaderList {
  const asked = isMissing(request, "cache-control");
  switch (request.cache) {
    case "no-cache":
      return asked ? line("cache-control", "max-age=0") : [];
    case "no-store":
    case "reload":
      return [
        ...(isMissing(request, "pragma") ? line("pragma", "no-cache") : []),
        ...(asked ? line("cache-control", "no-cache") : []),
      ];
    default:
      return [];
  }
}
