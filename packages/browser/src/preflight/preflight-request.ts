import type { HeaderList } from "../fetch/header-list.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";
import { fetchMetadata } from "../request/fetch-metadata.ts";
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
  const asked: HeaderList =
    names.length === 0 ? [] : [["access-control-request-headers", names.join(",")]];
  const referer = refererHeader(request, switches);
  return [
    ["accept", "*/*"],
    ["accept-language", "en-US,en;q=0.9"],
    ["access-control-request-method", request.method],
    ...asked,
    ["origin", preflightOrigin(request, switches)],
    ...(referer === undefined ? [] : [["referer", referer] as const]),
    ...fetchMetadata(request),
  ];
}
