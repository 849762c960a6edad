import type { CorsCode } from "@crossgate/browser";

/** There was no response that a browser would give to anyone. */
export type NoAnswerCode =
  | "dns"
  | "refused"
  | "reset"
  | "timeout"
  | "tls"
  | "protocol"
  | "unsafe-port"
  | "mixed-content"
  | "local-network-access";

/** The page asked for something else than it meant. */
export type AskedWronglyCode =
  | "page-is-a-file"
  | "page-origin-opaque"
  | "response-header-in-request"
  | "method-case"
  | "mode-no-cors"
  | "not-a-fetch";

/** The server did something else than what was asked. */
export type ServerDidCode =
  | "redirect-slash"
  | "redirect-https"
  | "redirect-login"
  | "redirect-elsewhere"
  | "options-unrouted"
  | "options-needs-login"
  | "options-refused"
  | "login-required"
  | "forbidden"
  | "not-found"
  | "bad-request"
  | "too-large"
  | "rate-limited"
  | "handler-failed"
  | "gateway-failed";

/** The response gives no permission; beside the model's codes, two lines are told from one list. */
export type PermissionCode = CorsCode | "header-twice" | "header-list";

/** The response that was seen gives permission, and another one may not. */
export type BesideCode =
  | "cache-without-origin"
  | "encoding-without-cors"
  | "resource-policy"
  | "cookie-not-kept";

/** Why a page does not have what it asked for. A closed union: new members come with a new version. */
export type CauseCode =
  | NoAnswerCode
  | AskedWronglyCode
  | ServerDidCode
  | PermissionCode
  | BesideCode;

export type OwnCauseCode = Exclude<CauseCode, CorsCode>;
