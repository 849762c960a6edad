import type { Asker } from "../cors-check.ts";
import { isSameOrigin } from "../fetch/origin.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "./page-request.ts";
import { preflightOrigin, serializeRequestOrigin } from "./request-origin.ts";

/** Who asks, on the request itself. */
export function actualAsker(request: PageRequest, isRedirect: boolean, switches: Switches): Asker {
  const kept = isRedirect && switches.redirectCheckKeepsCredentials && ownsFirstUrl(request);
  return {
    origin: serializeRequestOrigin(request),
    pageOrigin: request.pageOrigin,
    withCredentials: request.credentials === "include" || kept,
    skipsEmptyLines: switches.skipsEmptyLines,
  };
}

/** Who asks, on the preflight: the credentials are those of the request to come. */
export function preflightAsker(request: PageRequest, switches: Switches): Asker {
  return {
    origin: preflightOrigin(request, switches),
    pageOrigin: request.pageOrigin,
    withCredentials: request.credentials === "include",
    skipsEmptyLines: switches.skipsEmptyLines,
  };
}

function ownsFirstUrl({ credentials, pageOrigin, urls }: PageRequest): boolean {
  return credentials === "same-origin" && isSameOrigin(pageOrigin, urls[0]);
}
