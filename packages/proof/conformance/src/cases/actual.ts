import type { CorsOptions } from "@crossgate/core";
import type { Answer, Case, Expectation } from "../case.ts";
import {
  A,
  B,
  E,
  LIST,
  MEDDLING,
  WITHOUT_ORIGIN,
  cors,
  from,
  readable,
  spec,
  unreadable,
} from "./vocabulary.ts";

const CACHES = spec("cors-protocol-and-http-caches");
const CHECK = spec("cors-check");

/** Policies whose answer is the same for everyone, and that answer. */
const STATIC: readonly (readonly [
  id: string,
  options: CorsOptions,
  answer: Record<string, string>,
])[] = [
  ["any", { origin: "*" }, cors({ origin: "*", vary: null })],
  [
    "any-exposing-all",
    { origin: "*", exposeHeaders: "*" },
    cors({ origin: "*", expose: "*", vary: null }),
  ],
  ["one", { origin: A }, cors({ origin: A, vary: null })],
  ["list-of-one", { origin: [A] }, cors({ origin: A, vary: null })],
  ["one-twice", { origin: [A, A] }, cors({ origin: A, vary: null })],
  [
    "one-with-everything",
    { origin: A, credentials: true, exposeHeaders: ["X-Id", "x-total"] },
    cors({ origin: A, credentials: true, expose: "x-id,x-total", vary: null }),
  ],
];

/** Policies of which one might think so. */
const NOT_STATIC: readonly (readonly [id: string, options: CorsOptions, vary?: string])[] = [
  ["two-origins", LIST],
  ["a-pattern", { origin: "https://*.example.com" }],
  ["any-port", { origin: "https://app.example.com:*" }],
  ["a-regexp", { origin: /^https:\/\/app\.example\.com$/ }],
  ["a-function", { origin: (origin) => origin === A }],
  ["refuse-denied", { origin: A, refuseDenied: true }],
];

const ANSWERS: readonly (readonly [id: string, handler: Answer])[] = [
  ["ok", {}],
  ["not-found", { status: 404 }],
  ["server-error", { status: 500, statusText: "Broken" }],
  ["not-modified", { status: 304, body: null, headers: [["etag", '"1"']] }],
  ["redirect", { status: 302, body: null, headers: [["location", "/next"]] }],
  ["partial", { status: 206, headers: [["content-range", "bytes 0-4/9"]] }],
];

function unasked(present: Record<string, string>, verdict: Expectation["verdict"]): Expectation {
  return { handlerCalled: true, present, ...(verdict && { verdict }) };
}

/** Answers to what is no preflight (R1, R2, R3). */
const EXPOSE = "access-control-expose-headers";

/** What the policy exposes, what the handler does, and what a page of an allowed origin may read. */
const EXPOSED: readonly (readonly [
  id: string,
  options: CorsOptions,
  handler: readonly string[],
  merged: string | null,
])[] = [
  ["by-the-handler-alone", LIST, ["set-auth-token"], "set-auth-token"],
  ["by-both", { ...LIST, exposeHeaders: ["x-id"] }, ["Set-Auth-Token"], "x-id,set-auth-token"],
  ["twice", { ...LIST, exposeHeaders: ["x-id"] }, ["X-ID, x-a,X-A", "x-b"], "x-id,x-a,x-b"],
  ["any-by-the-handler", { ...LIST, exposeHeaders: ["x-id"] }, ["*"], "*"],
  ["any-by-the-policy", { ...LIST, exposeHeaders: "*" }, ["x-a"], "*"],
  ["any-with-credentials", { ...LIST, credentials: true }, ["*, x-a"], "x-a"],
  ["only-any-with-credentials", { ...LIST, credentials: true }, ["*"], null],
  ["no-tokens", LIST, ['x a, x:b, , "x-c", x-d'], "x-d"],
  ["nothing", LIST, [""], null],
  ["under-a-static-policy", { origin: A, exposeHeaders: ["x-id"] }, ["x-a"], "x-id,x-a"],
];

export const actualCases: readonly Case[] = [
  ...STATIC.map(([id, options, present]): Case => ({
    id: `r1-static-${id}`,
    rules: ["R1"],
    anchor: CACHES,
    options,
    steps: [
      { request: from(A), expect: unasked(present, ["actual", true, "origin-allowed"]) },
      {
        request: from(E),
        expect: unasked(
          present,
          options.origin === "*"
            ? ["actual", true, "origin-allowed"]
            : ["actual", false, "origin-denied"],
        ),
      },
      { request: from(undefined), expect: unasked(present, ["none", true, "no-origin"]) },
      { request: { method: "OPTIONS" }, expect: unasked(present, ["none", true, "no-origin"]) },
    ],
  })),
  {
    id: "r1-static-leaves-the-applications-vary-alone",
    rules: ["R1", "R4"],
    anchor: CACHES,
    options: { origin: A },
    request: from(A),
    handler: { headers: [["vary", "Accept-Encoding, accept-encoding"]] },
    expect: readable(A, { vary: "Accept-Encoding, accept-encoding" }),
  },
  ...NOT_STATIC.map(([id, options]): Case => ({
    id: `r2-not-static-${id}`,
    rules: ["R1", "R2"],
    anchor: CACHES,
    options,
    steps: [
      { request: from(A), expect: readable(A) },
      { request: from(undefined), expect: WITHOUT_ORIGIN },
    ],
  })),
  {
    id: "r2-any-origin-with-refuse-denied",
    rules: ["R1", "R2"],
    anchor: CACHES,
    options: { origin: "*", refuseDenied: true },
    request: from(E),
    expect: readable("*"),
  },
  ...ANSWERS.map(([id, handler]): Case => ({
    id: `r2-vary-on-${id}`,
    rules: ["R2", "R5"],
    anchor: CACHES,
    options: LIST,
    steps: [
      { request: from(A), handler, expect: readable(A) },
      { request: from(E), handler, expect: unreadable() },
      { request: from(undefined), handler, expect: WITHOUT_ORIGIN },
    ],
  })),
  {
    id: "r3-credentials-and-exposed-headers",
    rules: ["R3", "P9"],
    anchor: CHECK,
    options: { ...LIST, credentials: true, exposeHeaders: ["x-id", "X-ID", "x-total"] },
    steps: [
      { request: from(A), expect: readable(A, { credentials: true, expose: "x-id,x-total" }) },
      { request: from(B), expect: readable(B, { credentials: true, expose: "x-id,x-total" }) },
      { request: from(E), expect: unreadable() },
      { request: from(undefined), expect: WITHOUT_ORIGIN },
    ],
  },
  {
    id: "r3-handlers-cors-headers-are-replaced",
    rules: ["R3"],
    anchor: CHECK,
    options: { ...LIST, credentials: true, exposeHeaders: ["x-id"] },
    request: from(A),
    handler: MEDDLING,
    expect: readable(A, { credentials: true, expose: "x-id,x-secret" }),
  },
  {
    id: "r3-handlers-cors-headers-are-removed",
    rules: ["R3"],
    anchor: CHECK,
    options: LIST,
    steps: [
      { request: from(A), handler: MEDDLING, expect: readable(A, { expose: "x-secret" }) },
      { request: from(E), handler: MEDDLING, expect: unreadable() },
      { request: from("null"), handler: MEDDLING, expect: unreadable("origin-null") },
      { request: from(undefined), handler: MEDDLING, expect: WITHOUT_ORIGIN },
    ],
  },
  {
    id: "r3-removed-under-a-static-policy",
    rules: ["R3", "R1"],
    anchor: CHECK,
    options: { origin: "*" },
    request: from(A),
    handler: MEDDLING,
    expect: readable("*", { vary: null, expose: "x-secret" }),
  },
  {
    id: "r3-removed-from-the-applications-options",
    rules: ["R3", "C3"],
    anchor: CHECK,
    options: LIST,
    request: { method: "OPTIONS", headers: [["origin", A]] },
    handler: MEDDLING,
    expect: { ...readable(A, { expose: "x-secret" }), page: "blocked:method-not-allowed" },
  },
  {
    id: "r3-never-two-values",
    rules: ["R3"],
    anchor: CHECK,
    options: { ...LIST, credentials: true },
    request: from(A),
    handler: {
      headers: [
        ["access-control-allow-origin", A],
        ["Access-Control-Allow-Origin", A],
        ["access-control-allow-credentials", "false"],
      ],
    },
    expect: readable(A, { credentials: true }),
  },
  {
    id: "r3-removed-from-an-upstreams-answer",
    rules: ["R3", "R6"],
    anchor: CHECK,
    options: LIST,
    steps: [
      {
        request: from(A),
        handler: { ...MEDDLING, kind: "fetched" },
        expect: readable(A, { expose: "x-secret" }),
      },
      { request: from(E), handler: { ...MEDDLING, kind: "fetched" }, expect: unreadable() },
    ],
  },
  ...EXPOSED.map(([id, options, own, exposed]): Case => {
    const handler: Answer = { headers: own.map((names) => [EXPOSE, names]) };
    const expose = exposed === null ? {} : { expose: exposed };
    const isStatic = options.origin === A;
    const more = { ...expose, ...(options.credentials && { credentials: true }) };
    return {
      id: `r3-exposed-${id}`,
      rules: ["R3", ...(isStatic ? (["R1"] as const) : [])],
      anchor: spec("http-access-control-expose-headers"),
      options,
      steps: isStatic
        ? [from(A), from(E), from(undefined)].map((request) => ({
            request,
            handler,
            expect: { handlerCalled: true, present: cors({ origin: A, vary: null, ...more }) },
          }))
        : [
            { request: from(A), handler, expect: readable(A, more) },
            { request: from(E), handler, expect: unreadable() },
            { request: from(undefined), handler, expect: WITHOUT_ORIGIN },
          ],
    };
  }),
];
