import type { CorsBlockedError, CorsCode } from "@crossgate/browser";

/** What every page without an origin is told: a list that holds `null` lets in all of them. */
const WITHOUT_ORIGIN =
  "Give the page its own origin: serve it over https, without a sandbox, and not from a file. " +
  'Or open the response to everyone, without credentials: Access-Control-Allow-Origin: "*" (Crossgate: origin "*"). ' +
  "No list may hold its name, because every sandboxed frame of every stranger has it too.";

/** Codes whose cure would be to name the page, or to trust anyone who has its name with cookies. */
const NAMES_THE_PAGE: readonly CorsCode[] = [
  "acao-missing",
  "acao-multiple",
  "acao-invalid",
  "acao-not-serialized",
  "acao-mismatch",
  "acao-wildcard-credentials",
  "acac-missing",
  "acac-not-true",
];

/** What to change, for a page of this origin. */
export function adviceOf(
  { code, fix }: Pick<CorsBlockedError, "code" | "fix">,
  pageOrigin: string,
): string {
  return pageOrigin === "null" && NAMES_THE_PAGE.includes(code) ? WITHOUT_ORIGIN : fix;
}
