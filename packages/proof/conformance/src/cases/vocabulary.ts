import type { CorsOptions, Reason } from "@crossgate/core";
import type { Answer, CaseRequest, Expectation, HeaderPair } from "../case.ts";

/** Two allowed origins and one that is not. */
export const A = "https://app.example.com";
export const B = "https://admin.example.com";
export const E = "https://evil.example";

/** A policy whose answer depends on the request. */
export const LIST = { origin: [A, B] } as const satisfies CorsOptions;

export const DEFAULT_METHODS = "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY";
export const ANY_HEADERS = "*,authorization";

export function spec(anchor: string): string {
  return `https://fetch.spec.whatwg.org/#${anchor}`;
}

/** A request with an `Origin`, or with none. */
export function from(origin: string | undefined, ...headers: HeaderPair[]): CaseRequest {
  return { headers: [...(origin === undefined ? [] : [["origin", origin] as const]), ...headers] };
}

/** The preflight that a browser sends for a request with this method and these headers. */
export function preflight(
  origin: string,
  method = "PUT",
  headers?: string,
  ...more: HeaderPair[]
): CaseRequest {
  return {
    method: "OPTIONS",
    headers: [
      ["origin", origin],
      ["access-control-request-method", method],
      ...(headers === undefined ? [] : [["access-control-request-headers", headers] as const]),
      ...more,
    ],
  };
}

/** Headers of an answer, by short names. */
export interface CorsHeaders {
  readonly origin?: string;
  readonly credentials?: boolean;
  readonly methods?: string;
  readonly headers?: string;
  readonly maxAge?: string;
  readonly expose?: string;
  /** @default "Origin" */
  readonly vary?: string | null;
}

export function cors(given: CorsHeaders): Record<string, string> {
  const { origin, credentials, methods, headers, maxAge, expose, vary = "Origin" } = given;
  const named: readonly (readonly [string, string | null | undefined])[] = [
    ["access-control-allow-origin", origin],
    ["access-control-allow-credentials", credentials ? "true" : undefined],
    ["access-control-allow-methods", methods],
    ["access-control-allow-headers", headers],
    ["access-control-max-age", maxAge],
    ["access-control-expose-headers", expose],
    ["vary", vary],
  ];
  return Object.fromEntries(
    named.filter((pair): pair is readonly [string, string] => typeof pair[1] === "string"),
  );
}

/** The handler's answer, which this origin may read. */
export function readable(origin: string, more: CorsHeaders = {}): Expectation {
  return {
    handlerCalled: true,
    present: cors({ origin, ...more }),
    verdict: ["actual", true, "origin-allowed"],
    page: "reads",
  };
}

/** The handler's answer, which a browser keeps from the page. */
export function unreadable(
  reason:
    | "origin-denied"
    | "origin-malformed"
    | "origin-null"
    | "origin-check-failed" = "origin-denied",
): Expectation {
  return {
    handlerCalled: true,
    present: cors({}),
    verdict: ["actual", false, reason],
    ...keptFromThePage(reason),
  };
}

/** The handler's answer to a request that has no origin. */
export const WITHOUT_ORIGIN: Expectation = {
  handlerCalled: true,
  present: cors({}),
  verdict: ["none", true, "no-origin"],
  page: "never",
};

/** An allowed preflight under a policy that leaves methods, headers and max-age to the defaults. */
export function permission(origin: string, more: CorsHeaders = {}): Expectation {
  return {
    handlerCalled: false,
    present: cors({
      origin,
      methods: DEFAULT_METHODS,
      headers: ANY_HEADERS,
      maxAge: "600",
      ...more,
    }),
    verdict: ["preflight", true, "preflight-allowed"],
    page: "reads",
  };
}

/** A malformed origin is mostly one that no page has, and then nothing is kept from anyone. */
function keptFromThePage(reason: Reason): Pick<Expectation, "page"> {
  return reason === "origin-malformed" ? {} : { page: "blocked:acao-missing" };
}

/** The same for a request that no browser sends. */
export function sentByNoBrowser(expect: Expectation): Expectation {
  return { ...expect, page: "never" };
}

/** The one refusal: the same to everyone, whatever the policy. */
export function refusal(
  kind: "actual" | "preflight" = "preflight",
  reason:
    | "origin-denied"
    | "origin-malformed"
    | "origin-null"
    | "origin-check-failed" = "origin-denied",
): Expectation {
  return {
    handlerCalled: false,
    status: 403,
    present: { "cache-control": "no-store", vary: "Origin" },
    body: "Origin not allowed.\n",
    verdict: [kind, false, reason],
    ...keptFromThePage(reason),
  };
}

/** An answer that sets CORS headers of its own, every one of them wrong. */
export const MEDDLING: Answer = {
  headers: [
    ["access-control-allow-origin", "*"],
    ["access-control-allow-credentials", "true"],
    ["access-control-expose-headers", "x-secret"],
    ["access-control-allow-methods", "TRACE"],
    ["access-control-allow-headers", "x-anything"],
    ["access-control-max-age", "31536000"],
  ],
};
