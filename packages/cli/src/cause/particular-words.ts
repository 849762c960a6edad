import { cookieNotKept } from "./beside.ts";
import type { Evidence } from "./evidence.ts";
import type { FoundCause } from "./find-cause.ts";
import type { CauseWords } from "./words.ts";

/** Words that fit this one case better than those of its code. */
export function particularWords(found: FoundCause, evidence: Evidence): Partial<CauseWords> {
  return {
    ...cookieWords(found, evidence),
    ...loginPageWords(found),
    ...embedderWords(found),
    ...schemelessWords(evidence),
  };
}

/** A login that is answered with the status of a good answer: it is the page where one signs in. */
function loginPageWords({ code, answer }: FoundCause): {
  readonly headline?: string;
  readonly explanation?: string;
} {
  const isPage = answer !== undefined && answer.status < 300;
  if (!isPage || (code !== "login-required" && code !== "options-needs-login")) return {};
  return {
    headline: "The server answers with a page where one signs in",
    explanation:
      code === "login-required"
        ? "The page asked for data, and may not read that page either."
        : "A preflight never carries cookies or tokens, so it cannot pass a login. The request itself was not sent.",
  };
}

/** Without the header it is the page's own policy that keeps the resource out. */
function embedderWords({ code, answer }: FoundCause): {
  readonly headline?: string;
  readonly explanation?: string;
} {
  const isSet = answer?.headers.has("cross-origin-resource-policy") ?? true;
  if (code !== "resource-policy" || isSet) return {};
  return {
    headline: "The page's own Cross-Origin-Embedder-Policy keeps the resource out",
    explanation:
      "With require-corp the page takes from other origins only what comes with CORS, or with Cross-Origin-Resource-Policy: cross-origin. The response has neither.",
  };
}

/** `localhost:5000` looks like a host to a person, and like a scheme to a browser. */
function schemelessWords({ asked }: Evidence): {
  readonly headline?: string;
  readonly explanation?: string;
  readonly fix?: string;
} {
  if (asked.isSchemeless !== true) return {};
  return {
    headline: "The page asks for {detail} without http:// in front of it",
    explanation:
      "The browser takes the host for a scheme, and CORS is for http: and https: alone. Nothing was sent.",
    fix: "Page: write the scheme in front of the address.",
  };
}

/** Why this one cookie is lost, which the model knows. */
function cookieWords(
  { code }: FoundCause,
  evidence: Evidence,
): { readonly explanation?: string; readonly fix?: string } {
  const cookie = code === "cookie-not-kept" ? cookieNotKept(evidence) : undefined;
  return cookie ? { explanation: cookie.explanation, fix: cookie.fix } : {};
}
