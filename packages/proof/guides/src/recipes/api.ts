import type { Asked } from "@crossgate/testkit/ask";

/** What a recipe's application answers, and what its policy says. */
export interface Api {
  /** What a page reads: 200, with `text` in it. */
  readonly read: Asked;
  readonly text: string;
  /** Answers of the application that a page must be able to read too. */
  readonly errors: readonly ReadableError[];
  /** A preflight that the policy allows, without its origin. */
  readonly preflight: Asked;
  readonly policy: PolicyHeaders;
}

export interface ReadableError {
  readonly says: string;
  readonly asked: Asked;
  readonly status: number;
}

/** The headers of the policy, as they are sent. */
export interface PolicyHeaders {
  readonly allowMethods: string;
  readonly allowHeaders: string;
  readonly exposeHeaders?: string;
  /** @default true */
  readonly credentials?: boolean;
  /** Whether a denied origin is refused before the application runs. */
  readonly refuseDenied?: boolean;
}

export function get(path: string): Asked {
  return { method: "GET", path };
}

/** A preflight for a method and for headers that a page wants to send. */
export function preflightFor(method: string, path: string, headers: string): Asked {
  return {
    method: "OPTIONS",
    path,
    headers: {
      "access-control-request-method": method,
      "access-control-request-headers": headers,
    },
  };
}

/** What most recipes have: an API of one's own. */
export const DATA_API: Api = {
  read: get("/api/data"),
  text: "hello world",
  errors: [
    { says: "the 404 of an unknown path", asked: get("/api/nowhere"), status: 404 },
    { says: "the 500 of a handler that throws", asked: get("/api/fails"), status: 500 },
  ],
  preflight: preflightFor("PUT", "/api/data", "content-type"),
  policy: { allowMethods: "GET,POST,PUT", allowHeaders: "content-type" },
};
