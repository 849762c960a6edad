import type { CodeEntry } from "./code-entry.ts";
import { mainFetch, onActual } from "./code-entry.ts";

/** Requests that the browser does not even send. */
export type RequestCode = "mode-same-origin" | "scheme-not-http" | "no-cors-redirect-mode";

export const requestCodes: Readonly<Record<RequestCode, CodeEntry>> = {
  "mode-same-origin": {
    step: mainFetch,
    isCors: true,
    chromium: onActual("DisallowedByMode"),
    firefox: null,
    explanation:
      "The page asked with mode 'same-origin', and {url} is not on its own origin {origin}. The browser refused before it asked the server.",
    fix: "Page: leave the mode out, or set it to 'cors'. The server has to allow the origin then.",
  },
  "scheme-not-http": {
    step: mainFetch,
    isCors: true,
    chromium: onActual("CorsDisabledScheme"),
    firefox: "CORSRequestNotHttp",
    explanation:
      "CORS exists for http: and https: URLs only, and {url} is neither. The browser refused before it asked anyone.",
    fix: "Page: use an http: or https: URL. A page opened from a file needs a local web server.",
  },
  "no-cors-redirect-mode": {
    step: mainFetch,
    isCors: true,
    chromium: onActual("NoCorsRedirectModeNotFollow"),
    firefox: null,
    explanation:
      "The page asked another origin with mode 'no-cors' and a redirect mode other than 'follow'. The browser does not offer the two together.",
    fix: "Page: leave redirect out, or use mode 'cors'.",
  },
};
