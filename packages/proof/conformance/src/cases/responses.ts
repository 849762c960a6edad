import type { Answer, Case, Step } from "../case.ts";
import {
  A,
  B,
  E,
  LIST,
  MEDDLING,
  WITHOUT_ORIGIN,
  from,
  preflight,
  readable,
  refusal,
  spec,
  unreadable,
} from "./vocabulary.ts";

const PROTOCOL = spec("http-cors-protocol");

/** Answers that must survive, whatever is put on them. */
const SURVIVING: readonly (readonly [id: string, handler: Answer])[] = [
  [
    "headers-and-cookies",
    {
      headers: [
        ["content-type", "text/plain;charset=UTF-8"],
        ["cache-control", "public, max-age=60"],
        ["link", '</a>; rel="preload"'],
        ["set-cookie", "a=1; Path=/"],
        ["set-cookie", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"],
      ],
    },
  ],
  ["status-text", { status: 418, statusText: "Short and stout" }],
  ["no-body", { status: 204, body: null }],
  ["empty-body", { body: "" }],
  ["long-body", { body: "0123456789abcdef".repeat(8192) }],
  ["non-ascii-body", { body: "grüße, 世界" }],
];

const survivalCases = SURVIVING.flatMap(([id, answer]): Case[] =>
  (["mutable", "fetched"] as const).map((kind) => {
    const handler: Answer = { ...answer, kind };
    return {
      id: `r5-survives-${id}-${kind}`,
      rules: kind === "fetched" ? ["R5", "R6"] : ["R5"],
      anchor: PROTOCOL,
      options: LIST,
      steps: [
        { request: from(A), handler, expect: readable(A) },
        { request: from(E), handler, expect: unreadable() },
        { request: from(undefined), handler, expect: WITHOUT_ORIGIN },
      ],
    };
  }),
);

const REUSED: Answer = { kind: "reused", body: null };
const UNTOUCHED = { handlerCalled: true, outcome: "same-response" } as const;

function everyOrigin(handler: Answer, expect: Step["expect"]): Step[] {
  return [A, E, undefined].map((origin) => ({ request: from(origin), handler, expect }));
}

/** What becomes of every kind of response (R5, R6, R7). */
export const responseCases: readonly Case[] = [
  ...survivalCases,
  {
    id: "r5-endless-body-is-not-awaited",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: LIST,
    steps: [
      { request: from(A), handler: { kind: "stream", body: "first" }, expect: readable(A) },
      { request: from(E), handler: { kind: "stream", body: "first" }, expect: unreadable() },
    ],
  },
  {
    id: "r5-head",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: LIST,
    request: { method: "HEAD", headers: [["origin", A]] },
    handler: { body: null, headers: [["etag", '"1"']] },
    expect: readable(A),
  },
  {
    id: "r5-nothing-passes-through",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: LIST,
    steps: everyOrigin({ kind: "undefined" }, { handlerCalled: true, outcome: "undefined" }),
  },
  {
    id: "r6-redirect",
    rules: ["R6"],
    anchor: PROTOCOL,
    peer: "P5",
    options: LIST,
    steps: [
      {
        request: from(A),
        handler: { kind: "redirect", status: 307 },
        expect: {
          ...readable(A),
          present: {
            "access-control-allow-origin": A,
            vary: "Origin",
            location: "https://app.example.com/next",
          },
        },
      },
      { request: from(E), handler: { kind: "redirect" }, expect: unreadable() },
    ],
  },
  {
    id: "r6-redirect-under-a-static-policy",
    rules: ["R6", "R1"],
    anchor: PROTOCOL,
    options: { origin: "*" },
    request: from(undefined),
    handler: { kind: "redirect" },
    expect: { ...WITHOUT_ORIGIN, present: { "access-control-allow-origin": "*" } },
  },
  {
    id: "r6-upgrade-is-the-same-object",
    rules: ["R6"],
    anchor: PROTOCOL,
    peer: "P7",
    inexpressible: { node: "Response refuses status 101, and fetch never answers with it" },
    options: LIST,
    steps: everyOrigin({ kind: "upgrade" }, UNTOUCHED),
  },
  {
    id: "r6-network-error-is-the-same-object",
    rules: ["R6"],
    anchor: spec("dom-response-error"),
    options: LIST,
    steps: everyOrigin({ kind: "network-error" }, UNTOUCHED),
  },
  {
    id: "r6-status-that-no-copy-can-have",
    rules: ["R6"],
    anchor: PROTOCOL,
    inexpressible: { bun: "Response accepts any status in a copy" },
    options: { ...LIST, exposeHeaders: ["x-id"] },
    steps: [
      {
        request: from(A),
        // Its own Access-Control-Allow-Origin makes a copy necessary also where headers are mutable.
        handler: { ...MEDDLING, kind: "uncopyable", status: 999, statusText: "Odd" },
        expect: {
          ...readable(A, { expose: "x-id" }),
          status: 502,
          body: null,
          reported: 1,
          absent: ["x-handler"],
        },
      },
    ],
  },
  {
    id: "r6-reused-object",
    rules: ["R6", "P12"],
    anchor: PROTOCOL,
    options: { ...LIST, credentials: true },
    steps: [
      { request: from(A), handler: REUSED, expect: readable(A, { credentials: true }) },
      { request: from(E), handler: REUSED, expect: unreadable() },
      { request: from(B), handler: REUSED, expect: readable(B, { credentials: true }) },
      { request: from(undefined), handler: REUSED, expect: WITHOUT_ORIGIN },
      { request: from(A), handler: REUSED, expect: readable(A, { credentials: true }) },
    ],
  },
  {
    id: "r6-reused-object-denied-first",
    rules: ["R6", "P12"],
    anchor: PROTOCOL,
    options: LIST,
    steps: [
      { request: from(E), handler: REUSED, expect: unreadable() },
      { request: from(A), handler: REUSED, expect: readable(A) },
      { request: from(E), handler: REUSED, expect: unreadable() },
    ],
  },
  {
    id: "r6-reused-object-of-concurrent-requests",
    rules: ["R6", "P12"],
    anchor: PROTOCOL,
    options: { ...LIST, credentials: true },
    concurrent: true,
    steps: [
      { request: from(A), handler: REUSED, expect: readable(A, { credentials: true }) },
      { request: from(B), handler: REUSED, expect: readable(B, { credentials: true }) },
      { request: from(A), handler: REUSED, expect: readable(A, { credentials: true }) },
    ],
  },
  {
    id: "r6-reused-object-of-concurrent-requests-denied-first",
    rules: ["R6", "P12"],
    anchor: PROTOCOL,
    options: LIST,
    concurrent: true,
    steps: [
      { request: from(E), handler: REUSED, expect: unreadable() },
      { request: from(A), handler: REUSED, expect: readable(A) },
      { request: from(undefined), handler: REUSED, expect: WITHOUT_ORIGIN },
    ],
  },
  {
    id: "r7-outer-gate-decides",
    rules: ["R7", "R3"],
    anchor: PROTOCOL,
    peer: "P29",
    options: { origin: [A, E], exposeHeaders: ["x-outer"] },
    inner: { origin: [A, B], credentials: true, exposeHeaders: ["x-inner"] },
    steps: [
      { request: from(A), expect: readable(A, { expose: "x-outer" }) },
      { request: from(E), expect: readable(E, { expose: "x-outer" }) },
      { request: from(B), expect: unreadable() },
      { request: from(undefined), expect: WITHOUT_ORIGIN },
    ],
  },
  {
    id: "r7-inner-gate-writes-on-no-upgrade",
    rules: ["R7", "R6"],
    anchor: PROTOCOL,
    inexpressible: { node: "Response refuses status 101, and fetch never answers with it" },
    options: { origin: [A, E] },
    inner: { origin: [A, B], credentials: true },
    steps: [from(A), from(B), from(E)].map((request) => ({
      request,
      handler: { kind: "upgrade" },
      expect: UNTOUCHED,
    })),
  },
  {
    id: "r7-outer-gate-decides-preflights",
    rules: ["R7"],
    anchor: PROTOCOL,
    peer: "S19",
    options: { origin: "*", allowMethods: ["PUT"], allowHeaders: [] },
    inner: { origin: A, credentials: true },
    steps: [
      {
        request: preflight(E),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": "*",
            "access-control-allow-methods": "PUT",
            "access-control-max-age": "600",
          },
        },
      },
      { request: from(E), expect: readable("*", { vary: null }) },
      { request: from(A), expect: readable("*", { vary: null }) },
    ],
  },
  {
    id: "r7-same-policy-twice",
    rules: ["R7", "R4"],
    anchor: PROTOCOL,
    peer: "V12",
    options: { ...LIST, credentials: true },
    inner: { ...LIST, credentials: true },
    steps: [
      { request: from(A), expect: readable(A, { credentials: true }) },
      { request: from(E), expect: unreadable() },
      { request: preflight(E), expect: refusal() },
    ],
  },
  {
    id: "r7-inner-refusal-is-a-response-like-any-other",
    rules: ["R7", "R9"],
    anchor: PROTOCOL,
    options: { origin: [A, E] },
    inner: { origin: [A, B], refuseDenied: true },
    request: from(E),
    expect: {
      handlerCalled: false,
      status: 403,
      body: "Origin not allowed.\n",
      present: { "access-control-allow-origin": E, vary: "Origin", "cache-control": "no-store" },
      verdict: ["actual", true, "origin-allowed"],
    },
  },
];
