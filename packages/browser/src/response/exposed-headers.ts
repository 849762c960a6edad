import { isForbiddenResponseHeader } from "../fetch/forbidden-header.ts";
import { parseTokenList } from "../fetch/header-list.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";

const safelisted = [
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
] as const;

/**
 * Whether a script may see this header of a response read with CORS. A list that cannot be
 * parsed exposes nothing; `*` is a wildcard without credentials only.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 */
export function exposureOf(
  request: PageRequest,
  headers: Headers,
  switches: Switches,
): (name: string) => boolean {
  const listed = parseTokenList(headers.get("access-control-expose-headers") ?? "") ?? [];
  const all = request.credentials !== "include" && listed.includes("*");
  const names = new Set([
    ...safelisted,
    ...(listed.includes("*") ? switches.literalWildcardExposes : []),
    ...listed.map((name) => name.toLowerCase()),
  ]);
  return (name) => !isForbiddenResponseHeader(name) && (all || names.has(name.toLowerCase()));
}
