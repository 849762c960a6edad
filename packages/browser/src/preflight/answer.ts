import { parseTokenList } from "../fetch/header-list.ts";
import type { Switches } from "../switches.ts";
import type { PageRequest } from "../request/page-request.ts";

/** What a preflight answer grants. A list that cannot be parsed is undefined. */
export interface PreflightAnswer {
  readonly methods: readonly string[] | undefined;
  readonly headerNames: readonly string[] | undefined;
  readonly methodsValue: string;
  readonly headersValue: string;
  readonly maxAge: number;
}

/**
 * Reads the three answering headers.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function parsePreflightAnswer(
  request: PageRequest,
  headers: Headers,
  switches: Switches,
): PreflightAnswer {
  const methodsValue = headers.get("access-control-allow-methods");
  const headersValue = headers.get("access-control-allow-headers") ?? "";
  const assumed =
    methodsValue === null && request.forcePreflight && switches.forcedPreflightAssumesMethod;
  return {
    methods: assumed ? [request.method] : parseTokenList(methodsValue ?? ""),
    headerNames: parseTokenList(headersValue)?.map((name) => name.toLowerCase()),
    methodsValue: methodsValue ?? "",
    headersValue,
    maxAge: switches.readMaxAge(headers.get("access-control-max-age") ?? undefined),
  };
}
