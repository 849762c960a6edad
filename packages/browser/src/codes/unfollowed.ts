import type { CodeEntry } from "./code-entry.ts";
import { fetchStandard, none, redirectFetch } from "./code-entry.ts";

/** Redirects that the browser would not follow without CORS either. */
export type UnfollowedCode =
  | "redirect-userinfo-embedded"
  | "redirect-stream-body"
  | "redirect-too-many"
  | "redirect-scheme"
  | "redirect-location"
  | "redirect-forbidden";

export const unfollowedCodes: Readonly<Record<UnfollowedCode, CodeEntry>> = {
  "redirect-userinfo-embedded": {
    step: redirectFetch,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected to a URL with a user name or password in it. The standard lets this request follow it, this browser does not.",
    fix: "Server: redirect to a URL without userinfo.",
  },
  "redirect-stream-body": {
    step: redirectFetch,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected a request whose body was a stream. The browser has sent the stream already, and cannot send it again.",
    fix: "Page: ask the final URL, or send a body that is not a stream. Server: redirect with 303.",
  },
  "redirect-too-many": {
    step: redirectFetch,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected for the twenty-first time. The browser follows twenty redirects and then gives up.",
    fix: "Server: end the redirect loop.",
  },
  "redirect-scheme": {
    step: redirectFetch,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected to {detail}. The browser follows redirects to http: and https: only.",
    fix: "Server: redirect to an http: or https: URL.",
  },
  "redirect-location": {
    step: `${fetchStandard}concept-response-location-url`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected with the Location '{detail}', which is not a URL. The browser cannot follow it.",
    fix: "Server: send a valid URL in Location.",
  },
  "redirect-forbidden": {
    step: `${fetchStandard}concept-http-fetch`,
    isCors: false,
    chromium: none,
    firefox: null,
    explanation:
      "{host} redirected to {detail}, and the page asked with redirect 'error'. The browser did what the page asked for.",
    fix: "Page: ask the final URL, or leave redirect out.",
  },
};
