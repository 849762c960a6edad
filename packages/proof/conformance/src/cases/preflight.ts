import type { Case } from "../case.ts";
import {
  A,
  B,
  E,
  LIST,
  MEDDLING,
  cors,
  from,
  permission,
  preflight,
  readable,
  refusal,
  spec,
} from "./vocabulary.ts";

const FETCH = spec("cors-preflight-fetch");
const ALLOW_METHODS = spec("http-access-control-allow-methods");
const ALLOW_HEADERS = spec("http-access-control-allow-headers");
const CACHES = spec("cors-protocol-and-http-caches");
const ECHO_VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

/** Echoes whatever was asked for. */
const ECHOING = {
  origin: [A, B],
  credentials: true,
  allowMethods: "*",
  allowHeaders: "*",
} as const;

/** ACRH and what is echoed of it; `undefined` for no ACAH at all. */
const ECHOES: readonly (readonly [id: string, asked: string, echoed: string | undefined])[] = [
  ["as-browsers-send-it", "content-type,x-a", "content-type,x-a"],
  ["authorization", "authorization", "authorization"],
  ["lower-cased", "X-A,Content-Type", "x-a,content-type"],
  ["whitespace-dropped", "x-a ,\tx-b \t,  x-c", "x-a,x-b,x-c"],
  ["duplicates-dropped", "x-a,X-A,x-b,x-a", "x-a,x-b"],
  ["empty-elements-dropped", ",,x-a,,x-b,", "x-a,x-b"],
  ["junk-dropped", "x-a,x b,x:c,(d),x-e,\u00e9", "x-a,x-e"],
  ["asterisk-is-a-token", "*", "*"],
  ["only-junk", "a b,c d", undefined],
  ["empty", "", undefined],
  ["64-names", names(64), names(64)],
  ["65-names", names(65), undefined],
  ["64-distinct-names", `${names(64)},x-0`, names(64)],
  ["2048-bytes", "x".repeat(2048), "x".repeat(2048)],
  ["2049-bytes", "x".repeat(2049), undefined],
];

function names(count: number): string {
  return Array.from({ length: count }, (_, index) => `x-${index}`).join(",");
}

/** What the gate makes of a bound that was passed: the first name is what the browser misses. */
const PASSED_BOUNDS = ["65-names", "2049-bytes"];

const echoCases = ECHOES.map(([id, asked, echoed]): Case => ({
  id: `a4-echo-headers-${id}`,
  rules: ["A4", "A5"],
  anchor: ALLOW_HEADERS,
  options: ECHOING,
  request: preflight(A, "PUT", asked),
  expect: {
    handlerCalled: false,
    present: cors({
      origin: A,
      credentials: true,
      methods: "PUT",
      ...(echoed !== undefined && { headers: echoed }),
      maxAge: "600",
      vary: ECHO_VARY,
    }),
    verdict: PASSED_BOUNDS.includes(id)
      ? ["preflight", false, "header-not-allowed"]
      : ["preflight", true, "preflight-allowed"],
  },
}));

/** ACRM and what is echoed of it. */
const METHODS: readonly (readonly [id: string, asked: string, echoed: boolean])[] = [
  ["put", "PUT", true],
  ["lower-case-patch", "patch", true],
  ["extension", "X-Do.It!", true],
  ["connect", "CONNECT", false],
  ["trace", "TRACE", false],
  ["lower-case-track", "track", false],
  ["two", "PUT, DELETE", false],
  ["space", "P UT", false],
  ["empty", "", false],
];

const methodCases = METHODS.map(([id, asked, echoed]): Case => ({
  id: `a4-echo-method-${id}`,
  rules: ["A4"],
  anchor: ALLOW_METHODS,
  options: ECHOING,
  request: preflight(A, asked),
  expect: {
    handlerCalled: false,
    present: cors({
      origin: A,
      credentials: true,
      ...(echoed && { methods: asked }),
      maxAge: "600",
      vary: ECHO_VARY,
    }),
    verdict: echoed
      ? ["preflight", true, "preflight-allowed"]
      : ["preflight", false, "method-not-allowed"],
  },
}));

/** Answers to preflights (A1 to A5); A6 is in preflight-continue. */
export const preflightCases: readonly Case[] = [
  {
    id: "a1-full-lists",
    rules: ["A1"],
    anchor: FETCH,
    options: {
      origin: [A, B],
      credentials: true,
      allowMethods: ["PUT", "DELETE"],
      allowHeaders: ["Content-Type", "x-a"],
      exposeHeaders: ["x-id"],
      maxAge: 7200,
    },
    request: preflight(A, "DELETE", "x-a"),
    handler: MEDDLING,
    expect: permission(A, {
      credentials: true,
      methods: "PUT,DELETE",
      headers: "content-type,x-a",
      maxAge: "7200",
    }),
  },
  {
    id: "a1-defaults",
    rules: ["A1", "A4", "P7", "P8", "P10"],
    anchor: FETCH,
    options: LIST,
    request: preflight(A, "PATCH", "x-a"),
    expect: permission(A),
  },
  {
    id: "a1-status-200",
    rules: ["A1"],
    anchor: FETCH,
    options: { ...LIST, preflightStatus: 200 },
    request: preflight(A),
    expect: { ...permission(A), status: 200, absent: ["content-type"] },
  },
  {
    id: "a1-max-age-0-is-sent",
    rules: ["A1", "P10"],
    anchor: spec("http-access-control-max-age"),
    peer: "P25",
    options: { ...LIST, maxAge: 0 },
    request: preflight(A),
    expect: permission(A, { maxAge: "0" }),
  },
  {
    id: "a1-static-origin",
    rules: ["A1", "A5", "R1"],
    anchor: FETCH,
    options: { origin: A },
    request: preflight(A),
    expect: permission(A),
  },
  {
    id: "a1-after-onerror-and-refuse-denied",
    rules: ["A1", "R9"],
    anchor: FETCH,
    options: { ...LIST, refuseDenied: true },
    request: preflight(A),
    handler: { kind: "error" },
    expect: permission(A),
  },
  {
    id: "a2-denied-origin",
    rules: ["A2"],
    anchor: FETCH,
    options: { ...LIST, credentials: true, allowMethods: ["PUT"], allowHeaders: ["x-a"] },
    request: preflight(E, "PUT", "x-a"),
    handler: MEDDLING,
    expect: refusal(),
  },
  {
    id: "a2-denied-under-a-static-origin",
    rules: ["A2", "A5", "R1"],
    anchor: FETCH,
    options: { origin: A },
    request: preflight(E),
    expect: refusal(),
  },
  {
    id: "a2-denied-null",
    rules: ["A2", "O5"],
    anchor: FETCH,
    options: LIST,
    request: preflight("null"),
    expect: refusal("preflight", "origin-null"),
  },
  {
    id: "a2-preflight-status-is-not-for-refusals",
    rules: ["A2"],
    anchor: FETCH,
    options: { ...LIST, preflightStatus: 200 },
    request: preflight(E),
    expect: refusal(),
  },
  {
    id: "a3-method-not-in-the-policy",
    rules: ["A3"],
    anchor: ALLOW_METHODS,
    options: { ...LIST, allowMethods: ["PUT"] },
    request: preflight(A, "DELETE"),
    expect: {
      ...permission(A, { methods: "PUT" }),
      verdict: ["preflight", false, "method-not-allowed"],
      page: "blocked:method-not-allowed",
    },
  },
  {
    id: "a3-method-case-counts",
    rules: ["A3", "P7"],
    anchor: ALLOW_METHODS,
    options: LIST,
    request: preflight(A, "patch"),
    expect: {
      ...permission(A),
      verdict: ["preflight", false, "method-not-allowed"],
      page: "blocked:method-not-allowed",
    },
  },
  {
    id: "a3-header-not-in-the-policy",
    rules: ["A3"],
    anchor: ALLOW_HEADERS,
    options: { ...LIST, allowHeaders: ["x-a"] },
    request: preflight(A, "PUT", "x-a,x-b"),
    expect: {
      ...permission(A, { headers: "x-a" }),
      verdict: ["preflight", false, "header-not-allowed"],
      page: "blocked:header-not-allowed",
    },
  },
  {
    id: "a3-header-case-does-not-count",
    rules: ["A3", "P8"],
    anchor: ALLOW_HEADERS,
    options: { ...LIST, allowHeaders: ["X-A"] },
    request: preflight(A, "PUT", "x-a"),
    expect: permission(A, { headers: "x-a" }),
  },
  ...["GET", "HEAD", "POST"].map((method): Case => ({
    id: `a3-safelisted-${method.toLowerCase()}-always-passes`,
    rules: ["A3", "P7", "P8"],
    anchor: spec("cors-safelisted-method"),
    options: { ...LIST, allowMethods: [], allowHeaders: [] },
    request: preflight(A, method),
    expect: {
      handlerCalled: false,
      present: cors({ origin: A, maxAge: "600" }),
      verdict: ["preflight", true, "preflight-allowed"],
    },
  })),
  {
    id: "a3-no-methods-no-headers",
    rules: ["A3", "P7", "P8"],
    anchor: ALLOW_METHODS,
    options: { ...LIST, allowMethods: [], allowHeaders: [] },
    request: preflight(A, "PUT", "x-a"),
    expect: {
      handlerCalled: false,
      present: cors({ origin: A, maxAge: "600" }),
      verdict: ["preflight", false, "method-not-allowed"],
    },
  },
  {
    id: "a4-any-without-credentials",
    rules: ["A4", "A5"],
    anchor: spec("cors-non-wildcard-request-header-name"),
    options: { origin: "*", allowMethods: "*", allowHeaders: "*" },
    request: preflight(A, "FOO", "authorization,x-a"),
    expect: permission("*", { methods: "*", vary: null }),
  },
  {
    id: "a4-any-without-credentials-for-a-list",
    rules: ["A4", "A5"],
    anchor: spec("cors-non-wildcard-request-header-name"),
    options: { ...LIST, allowMethods: "*" },
    request: preflight(A, "FOO", "authorization"),
    expect: permission(A, { methods: "*" }),
  },
  {
    id: "a4-methods-listed-headers-echoed",
    rules: ["A4", "A5"],
    anchor: ALLOW_HEADERS,
    options: { ...LIST, credentials: true },
    request: preflight(A, "PUT", "x-a"),
    expect: permission(A, {
      credentials: true,
      headers: "x-a",
      vary: "Origin, Access-Control-Request-Headers",
    }),
  },
  {
    id: "a4-methods-echoed-headers-listed",
    rules: ["A4", "A5"],
    anchor: ALLOW_METHODS,
    options: { ...LIST, credentials: true, allowMethods: "*", allowHeaders: ["x-a"] },
    request: preflight(A, "FOO", "x-a"),
    expect: permission(A, {
      credentials: true,
      methods: "FOO",
      headers: "x-a",
      vary: "Origin, Access-Control-Request-Method",
    }),
  },
  {
    id: "a4-no-requested-headers",
    rules: ["A4"],
    anchor: ALLOW_HEADERS,
    options: ECHOING,
    request: preflight(A, "PUT"),
    expect: {
      handlerCalled: false,
      present: cors({
        origin: A,
        credentials: true,
        methods: "PUT",
        maxAge: "600",
        vary: ECHO_VARY,
      }),
      verdict: ["preflight", true, "preflight-allowed"],
    },
  },
  ...echoCases,
  ...methodCases,
  {
    id: "a5-no-vary-under-any-origin",
    rules: ["A5"],
    anchor: CACHES,
    options: { origin: "*" },
    request: preflight(E),
    expect: permission("*", { vary: null }),
  },
  {
    id: "a5-interleaved-origins",
    rules: ["A5", "P12"],
    anchor: CACHES,
    options: LIST,
    steps: [
      { request: preflight(A), expect: permission(A) },
      { request: preflight(E), expect: refusal() },
      { request: preflight(B), expect: permission(B) },
      { request: from(A), expect: readable(A) },
      { request: preflight(A), expect: permission(A) },
    ],
  },
];
