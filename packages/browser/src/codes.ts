import type { CodeEntry } from "./codes/code-entry.ts";
import { type RequestCode, requestCodes } from "./codes/request.ts";
import { type PreflightCode, preflightCodes } from "./codes/preflight.ts";
import { type CorsCheckCode, corsCheckCodes } from "./codes/cors-check.ts";
import { type RedirectCode, redirectCodes } from "./codes/redirect.ts";
import { type UnfollowedCode, unfollowedCodes } from "./codes/unfollowed.ts";
import { type NetworkErrorCode, networkErrorCodes } from "./codes/network-error.ts";
import { type LocalNetworkCode, localNetworkCodes } from "./codes/local-network.ts";

export type { CodeEntry };

/** Every reason a browser has for keeping a response from a page, one per step of the standard. */
export type CorsCode =
  | RequestCode
  | PreflightCode
  | CorsCheckCode
  | RedirectCode
  | UnfollowedCode
  | NetworkErrorCode
  | LocalNetworkCode;

/** The failures that are not CORS, of which browsers say no more than that the request failed. */
export type NotCorsCode = UnfollowedCode | NetworkErrorCode;

/** The one table of codes: errors, diagnosis, the command line and the docs are made from it. */
export const corsCodes: Readonly<Record<CorsCode, CodeEntry>> = {
  ...requestCodes,
  ...preflightCodes,
  ...corsCheckCodes,
  ...redirectCodes,
  ...unfollowedCodes,
  ...networkErrorCodes,
  ...localNetworkCodes,
};
