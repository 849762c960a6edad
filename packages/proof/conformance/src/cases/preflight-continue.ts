import type { CorsOptions } from "@crossgate/core";
import type { Case } from "../case.ts";
import {
  A,
  ANY_HEADERS,
  B,
  DEFAULT_METHODS,
  E,
  MEDDLING,
  cors,
  from,
  preflight,
  readable,
  refusal,
  spec,
} from "./vocabulary.ts";

const FETCH = spec("cors-preflight-fetch");
const CONTINUE = { origin: [A, B], preflightContinue: true } as const satisfies CorsOptions;
const DEFAULTS = { methods: DEFAULT_METHODS, headers: ANY_HEADERS, maxAge: "600" } as const;

/** A policy whose preflights another gate may answer, and what it says of them. */
const OUTER = { ...CONTINUE, allowMethods: ["PUT"], allowHeaders: ["x-outer"], maxAge: 5 };
const OUTER_SAYS = cors({ origin: A, methods: "PUT", headers: "x-outer", maxAge: "5" });

/** Gates in the place of the application, and the status of what they send. */
const INNER: readonly (readonly [
  id: string,
  options: CorsOptions,
  status: number,
  vary?: string,
])[] = [
  [
    "answers",
    {
      origin: A,
      credentials: true,
      allowMethods: ["DELETE"],
      allowHeaders: ["x-inner"],
      maxAge: 9,
    },
    204,
  ],
  [
    "echoes",
    { origin: A, credentials: true, allowMethods: "*", preflightStatus: 200 },
    200,
    "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
  ],
  ["is-open", { origin: "*", exposeHeaders: "*" }, 204],
  ["refuses", { origin: B }, 403],
];

/** Preflights that the application answers (A6). */
export const preflightContinueCases: readonly Case[] = [
  {
    id: "a6-handler-answers-and-the-gate-completes",
    rules: ["A6"],
    anchor: FETCH,
    options: CONTINUE,
    request: preflight(A),
    handler: { status: 200, headers: [["allow", "GET, PUT"]] },
    expect: {
      handlerCalled: true,
      present: cors({ origin: A, ...DEFAULTS }),
      verdict: ["preflight", true, "preflight-allowed"],
    },
  },
  {
    id: "a6-handlers-lists-stand",
    rules: ["A6"],
    anchor: FETCH,
    options: { ...CONTINUE, exposeHeaders: ["x-id"] },
    request: preflight(A),
    handler: { ...MEDDLING, status: 204, body: null },
    expect: {
      handlerCalled: true,
      present: cors({ origin: A, methods: "TRACE", headers: "x-anything", maxAge: "31536000" }),
      verdict: ["preflight", true, "preflight-allowed"],
      page: "blocked:method-not-allowed",
    },
  },
  {
    id: "a6-handlers-status-stands",
    rules: ["A6"],
    anchor: FETCH,
    options: CONTINUE,
    request: preflight(A),
    handler: { status: 404 },
    expect: {
      handlerCalled: true,
      present: cors({ origin: A, ...DEFAULTS }),
      page: "blocked:preflight-status",
    },
  },
  {
    id: "a6-credentials-are-the-gates",
    rules: ["A6"],
    anchor: FETCH,
    options: { ...CONTINUE, credentials: true, allowHeaders: ["x-a"] },
    request: preflight(A),
    expect: {
      handlerCalled: true,
      present: cors({ origin: A, credentials: true, ...DEFAULTS, headers: "x-a" }),
    },
  },
  {
    id: "a6-vary-is-merged",
    rules: ["A6", "A5", "R4"],
    anchor: FETCH,
    options: { ...CONTINUE, credentials: true },
    request: preflight(A, "PUT", "x-a"),
    handler: { status: 204, body: null, headers: [["vary", "Accept-Encoding"]] },
    expect: {
      handlerCalled: true,
      present: cors({
        origin: A,
        credentials: true,
        ...DEFAULTS,
        headers: "x-a",
        vary: "Accept-Encoding, Origin, Access-Control-Request-Headers",
      }),
    },
  },
  {
    id: "a6-any-origin-adds-no-vary",
    rules: ["A6", "A5"],
    anchor: FETCH,
    options: { origin: "*", preflightContinue: true },
    request: preflight(A),
    expect: { handlerCalled: true, present: cors({ origin: "*", ...DEFAULTS, vary: null }) },
  },
  {
    id: "a6-immutable-answer",
    rules: ["A6", "R6"],
    anchor: FETCH,
    options: CONTINUE,
    request: preflight(A),
    handler: { kind: "fetched", status: 200 },
    expect: { handlerCalled: true, present: cors({ origin: A, ...DEFAULTS }) },
  },
  {
    id: "a6-denied-origin-is-refused",
    rules: ["A6", "A2"],
    anchor: FETCH,
    options: CONTINUE,
    request: preflight(E),
    handler: MEDDLING,
    expect: refusal(),
  },
  {
    id: "a6-actual-requests-as-ever",
    rules: ["A6", "R3"],
    anchor: FETCH,
    options: CONTINUE,
    request: from(A),
    handler: MEDDLING,
    expect: readable(A, { expose: "x-secret" }),
  },
  ...INNER.map(([id, inner, status, vary = "Origin"]): Case => ({
    id: `a6-r7-inner-gate-${id}`,
    rules: ["A6", "R7"],
    anchor: FETCH,
    options: OUTER,
    inner,
    request: preflight(A, "PUT", "x-outer"),
    expect: {
      handlerCalled: false,
      status,
      body: status === 403 ? "Origin not allowed.\n" : "",
      present: { ...OUTER_SAYS, vary, ...(status === 403 && { "cache-control": "no-store" }) },
      verdict: ["preflight", true, "preflight-allowed"],
      page: status === 403 ? "blocked:preflight-status" : "reads",
    },
  })),
  {
    id: "a6-r7-inner-gate-passes-on",
    rules: ["A6", "R7"],
    anchor: FETCH,
    options: OUTER,
    inner: { origin: A, credentials: true, allowHeaders: ["x-inner"], preflightContinue: true },
    request: preflight(A, "PUT", "x-outer"),
    expect: {
      handlerCalled: true,
      present: OUTER_SAYS,
      verdict: ["preflight", true, "preflight-allowed"],
    },
  },
];
