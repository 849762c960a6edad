import { parseTokenList, withoutEmptyLines } from "../fetch/header-list.ts";
import type { Switches } from "../switches.ts";
import type { PreflightAnswer } from "./preflight-answer.ts";
import type { PageRequest } from "../request/page-request.ts";

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
  const maxAge = headers.get("access-control-max-age");
  const methodsValue = headers.get("access-control-allow-methods");
  const headersValue = headers.get("access-control-allow-headers") ?? "";
  const assumed =
    methodsValue === null && request.forcePreflight && switches.forcedPreflightAssumesMethod;
  return {
    methods: assumed ? [request.method] : parseTokenList(methodsValue ?? ""),
    headerNames: parseTokenList(headersValue)?.map((name) => name.toLowerCase()),
    methodsValue: methodsValue ?? "",
    headersValue,
    maxAge: switches.readMaxAge(
      (switches.skipsEmptyLines ? withoutEmptyLines(maxAge) : maxAge) ?? undefined,
    ),
  };
}
