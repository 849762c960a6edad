import type { PageRequest } from "./request/page-request.ts";
import { serializeRequestOrigin } from "./request/request-origin.ts";

/**
 * Whether the page may read the request's timing in full. Unlike the CORS header this one is a list.
 *
 * @see https://fetch.spec.whatwg.org/#concept-tao-check
 */
export function passesTimingAllowCheck(request: PageRequest, headers: Headers): boolean {
  if (request.timingAllowFailed) return false;
  const values = headers.get("timing-allow-origin")?.split(",") ?? [];
  const listed = new Set(values.map((value) => value.trim()));
  if (listed.has("*") || listed.has(serializeRequestOrigin(request))) return true;
  return request.tainting === "basic";
}
