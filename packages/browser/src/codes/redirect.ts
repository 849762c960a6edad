import type { CodeEntry } from "./code-entry.ts";
import { both, mainFetch, none, onActual, redirectFetch } from "./code-entry.ts";

/** Redirects that CORS forbids. */
export type RedirectCode =
  | "redirect-origin-null"
  | "redirect-mode-same-origin"
  | "redirect-userinfo";

export const redirectCodes: Readonly<Record<RedirectCode, CodeEntry>> = {
  "redirect-origin-null": {
    step: redirectFetch,
    isCors: true,
    chromium: both("AllowOriginMismatch"),
    firefox: "CORSAllowOriginNotMatchingOrigin",
    explanation:
      "{host} was reached through a redirect from another foreign origin, and from there on the browser calls the page 'null'. The server allows '{detail}', the page's real name, which no longer matches.",
    fix: "Page: ask {host} directly. Server: do not redirect across origins; only a public answer with '*' survives it (Crossgate: origin '*').",
  },
  "redirect-mode-same-origin": {
    step: mainFetch,
    isCors: true,
    // Blink stops the redirect before the network service could name an error.
    chromium: none,
    firefox: null,
    explanation:
      "The page asked its own origin with mode 'same-origin', and was redirected to {url}. The browser does not leave the origin in that mode.",
    fix: "Page: leave the mode out, or set it to 'cors'. Server: do not redirect this URL to another origin.",
  },
  "redirect-userinfo": {
    step: redirectFetch,
    isCors: true,
    chromium: onActual("RedirectContainsCredentials"),
    firefox: "CORSDidNotSucceed",
    explanation:
      "{host} redirected to a URL with a user name or password in it. The browser does not follow such a redirect across origins.",
    fix: "Server: redirect to a URL without userinfo.",
  },
};
