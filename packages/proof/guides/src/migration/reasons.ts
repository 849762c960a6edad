import type { Explanation } from "./explanation.ts";
import type { Question } from "./questions.ts";

export const ONLY_FOR_ALLOWED: Explanation = {
  questions: ["denied", "no origin", "upstream denied"],
  fields: ["access-control-allow-credentials", "access-control-expose-headers"],
  because:
    "Permissions go to allowed origins only. Without `Access-Control-Allow-Origin` a browser reads neither header, so no page notices.",
};

export const EXPOSE_ON_PREFLIGHT: Explanation = {
  questions: ["preflight", "preflight method", "preflight header"],
  fields: ["access-control-expose-headers"],
  because:
    "Browsers look for exposed headers on the response that the script gets, never on a preflight's.",
};

export const REFUSAL: Explanation = {
  questions: ["preflight denied"],
  fields: [
    "status",
    "access-control-allow-credentials",
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-expose-headers",
    "access-control-max-age",
    "cache-control",
    "vary",
    "body",
  ],
  because:
    "A preflight from an origin that is not allowed gets 403, one constant line as its body, and no hint of the policy. The browser blocks the request in both cases; now the server's log shows it too. `no-store` keeps the refusal out of caches.",
};

/** Where everything about CORS goes, and the application's own response comes. */
export const OPTIONS_IS_YOURS: Explanation = optionsAnswered(
  "`OPTIONS` without `Access-Control-Request-Method` is no preflight. The old one answers it like one; the gate leaves it to your handler, which says `Allow` here, and decorates its response like any other. WebDAV, OData and health checks need that.",
  [
    "status",
    "allow",
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-max-age",
    "vary",
  ],
);

export const LISTS_SENT_TO_EVERYONE: Explanation = {
  questions: ["allowed", "denied", "no origin", "write", "not found", "fails"],
  fields: [
    "access-control-allow-headers",
    "access-control-allow-methods",
    "access-control-max-age",
  ],
  because: "These three belong on preflights. Browsers ignore them everywhere else.",
};

export function optionsAnswered(because: string, fields: readonly string[]): Explanation {
  return { questions: ["options"], fields, because };
}

export function upstreamLeaks(questions: readonly Question[]): Explanation {
  return {
    questions,
    fields: [
      "access-control-allow-credentials",
      "access-control-allow-origin",
      "access-control-expose-headers",
    ],
    because:
      "The handler's response brings its own CORS header, as one from another service does. There it stays, beside or instead of the policy's: everyone may read, or no one with credentials. The gate replaces it, and removes it when the policy says no.",
  };
}

export function varyOf(questions: readonly Question[], because: string): Explanation {
  return { questions, fields: ["vary"], because };
}
