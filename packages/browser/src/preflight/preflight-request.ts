import type { HeaderList } from "../fetch/header-list.ts";
import { getHeader } from "../fetch/header-list.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";
import { preflightMetadata } from "../request/fetch-metadata.ts";
import { cacheHeaders } from "../request/network-headers.ts";
import { refererHeader } from "../request/referrer.ts";
import { preflightOrigin } from "../request/request-origin.ts";
import { preflightHeaderNames } from "../request/preflight-names.ts";

/**
 * The headers of the OPTIONS request a browser sends ahead. Names are lower case, sorted and
 * joined by a bare comma; without any the header is left out.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function preflightHeaders(request: PageRequest, switches: Switches): HeaderList {
  const names = preflightHeaderNames(request, switches);
  const userAgent = getHeader(request.headers, "user-agent");
  return [
    ["accept", "*/*"],
    ["accept-language", "en-US,en;q=0.9"],
    ["access-control-request-method", request.method],
    ...line("access-control-request-headers", names.length === 0 ? undefined : names.join(",")),
    ["origin", preflightOrigin(request, switches)],
    ...line("referer", preflightReferrer(request, switches)),
    ...line("user-agent", switches.preflightCarriesUserAgent ? userAgent : undefined),
    ...(switches.preflightHasCacheHeaders ? cacheHeaders(request, [], switches) : []),
    ...preflightMetadata(request, switches),
  ];
}

function preflightReferrer(request: PageRequest, switches: Switches): string | undefined {
  const { firstReferrer } = request;
  const names = switches.preflightNamesFirstReferrer;
  return refererHeader(names ? { ...request, referrer: firstReferrer } : request, switches);
}

function line(name: string, value: string | undefined): HeaderList {
  return value === undefined ? [] : [[name, value]];
}
