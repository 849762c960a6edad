import type { Answer, CaseRequest, HeaderPair } from "../case.ts";

/** Two allowed origins and one that is not. */
export const A = "https://app.example.com";
export const B = "https://admin.example.com";
export const E = "https://evil.example";

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

/** A response that sets its own CORS headers, every one of them wrong. */
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
