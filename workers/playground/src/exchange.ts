import type { Verdict } from "@crossgate/core";

export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** One request and its response, as the server saw them, and what the gate made of it. */
export interface Exchange {
  readonly kind: Verdict["kind"];
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: HeaderLines;
  readonly status: number;
  readonly responseHeaders: HeaderLines;
  readonly reason: Verdict["reason"];
  readonly detail: string;
}

/** What the browser adds to a request because of CORS, and what calls for a preflight. */
const TELLING = [
  "origin",
  "access-control-request-method",
  "access-control-request-headers",
  "content-type",
  "cookie",
];

/** A header's value can be as long as the server accepts. */
const LONGEST_VALUE = 200;

export function describeExchange(request: Request, response: Response, verdict: Verdict): Exchange {
  return {
    kind: verdict.kind,
    method: request.method,
    path: new URL(request.url).pathname,
    requestHeaders: lines(request.headers).filter(([name]) => TELLING.includes(name)),
    status: response.status,
    responseHeaders: lines(response.headers),
    reason: verdict.reason,
    detail: verdict.detail,
  };
}

function lines(headers: Headers): HeaderLines {
  return [...headers].map(([name, value]) => [name, value.slice(0, LONGEST_VALUE)]);
}
