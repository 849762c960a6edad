import { isSameOrigin } from "../fetch/origin.ts";
import type { PageRequest } from "./page-request.ts";
import { currentUrl } from "./page-request.ts";

/**
 * Whether the page's embedder policy takes the credentials from a request.
 *
 * @see https://fetch.spec.whatwg.org/#cross-origin-embedder-policy-allows-credentials
 */
export function isCredentialless(request: PageRequest): boolean {
  if (request.mode !== "no-cors" || request.client.embedderPolicy !== "credentialless")
    return false;
  return !isSameOrigin(request.pageOrigin, currentUrl(request)) || request.tainting !== "basic";
}

/** @see https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
export function sendsCredentials(request: PageRequest): boolean {
  if (isCredentialless(request)) return false;
  if (request.credentials === "include") return true;
  return request.credentials === "same-origin" && request.tainting === "basic";
}
