import type { CorsCode, NotCorsCode } from "../codes.ts";
import type { BlockedRequest } from "./blocked-request.ts";

export type Line = (blocked: BlockedRequest) => string | undefined;

/** What a browser says of each code; `undefined` where it says that the request failed, and no more. */
export type Lines = Readonly<Record<CorsCode, Line | undefined>>;

/** Failures that are not CORS, of which browsers say no more. */
export const withoutLine: Readonly<Record<NotCorsCode, undefined>> = {
  "redirect-userinfo-embedded": undefined,
  "redirect-stream-body": undefined,
  "redirect-too-many": undefined,
  "redirect-scheme": undefined,
  "redirect-location": undefined,
  "redirect-forbidden": undefined,
  "embedding-refused": undefined,
  integrity: undefined,
  "bad-port": undefined,
  "data-url-invalid": undefined,
  "blob-not-found": undefined,
  "cache-only": undefined,
  "keepalive-too-large": undefined,
  "answer-unusable": undefined,
  "network-error": undefined,
};
