import type { OriginAnswer } from "@crossgate/core";
import type { Case } from "../case.ts";
import {
  A,
  B,
  E,
  from,
  permission,
  preflight,
  readable,
  refusal,
  spec,
  unreadable,
} from "./vocabulary.ts";

const CHECK = spec("cors-check");
const SECRET = "database password is hunter2";

/** Everything a function may answer about A, also what its type does not allow. */
const ANSWERS: readonly (readonly [id: string, answer: unknown, allowed: boolean])[] = [
  ["true", true, true],
  ["the-origin-itself", A, true],
  ["promise-of-true", Promise.resolve(true), true],
  ["promise-of-the-origin", Promise.resolve(A), true],
  ["another-origin", B, false],
  ["asterisk", "*", false],
  ["the-origin-with-slash", `${A}/`, false],
  ["the-word-true", "true", false],
  ["one", 1, false],
  ["object", {}, false],
  ["list-with-the-origin", [A], false],
  ["false", false, false],
  ["null", null, false],
  ["undefined", undefined, false],
  ["empty-string", "", false],
  ["promise-of-false", Promise.resolve(false), false],
  ["promise-of-promise-like-object", Promise.resolve({ allowed: true }), false],
];

const FAILURES: readonly (readonly [
  id: string,
  fail: () => OriginAnswer | Promise<OriginAnswer>,
])[] = [
  [
    "throws",
    () => {
      throw new Error(SECRET);
    },
  ],
  ["rejects", () => Promise.reject(new Error(SECRET))],
  [
    "throws-a-response",
    () => {
      throw new Response(SECRET, { headers: { "access-control-allow-origin": A } });
    },
  ],
];

const always = (): boolean => true;

/** Functions that decide (O4, O5, O6). */
export const originFunctionCases: readonly Case[] = [
  ...ANSWERS.map(([id, answer, allowed]): Case => ({
    id: `o4-answer-${id}`,
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: () => answer as OriginAnswer },
    steps: [
      {
        request: from(A),
        expect: { ...(allowed ? readable(A) : unreadable()), asked: [A] },
      },
      {
        request: preflight(A),
        expect: { ...(allowed ? permission(A) : refusal()), asked: [A] },
      },
    ],
  })),
  ...FAILURES.map(([id, origin]): Case => ({
    id: `o4-failure-${id}`,
    rules: ["O4"],
    anchor: CHECK,
    peer: "S15",
    options: { origin, credentials: true },
    steps: [
      {
        request: from(A),
        expect: { ...unreadable("origin-check-failed"), asked: [A], reported: 1 },
      },
      {
        request: preflight(A),
        expect: { ...refusal("preflight", "origin-check-failed"), asked: [A], reported: 1 },
      },
    ],
  })),
  {
    id: "o4-decides-for-each-request",
    rules: ["O4", "P12"],
    anchor: CHECK,
    options: { origin: async (origin) => origin === A, credentials: true },
    steps: [
      { request: from(A), expect: { ...readable(A, { credentials: true }), asked: [A] } },
      { request: from(E), expect: { ...unreadable(), asked: [E] } },
      { request: from(A), expect: { ...readable(A, { credentials: true }), asked: [A] } },
    ],
  },
  {
    id: "o4-reads-the-request",
    rules: ["O4"],
    anchor: CHECK,
    options: { origin: (_origin, _context, request) => request?.headers.get("x-tenant") === "a" },
    steps: [
      // The preflight carries no x-tenant, only its name: a page never gets this far.
      {
        request: from(A, ["x-tenant", "a"]),
        expect: { ...readable(A), page: "blocked:acao-missing" },
      },
      { request: from(A, ["x-tenant", "b"]), expect: unreadable() },
    ],
  },
  {
    id: "o4-not-asked-without-origin",
    rules: ["O4", "R2"],
    anchor: CHECK,
    options: { origin: always },
    request: from(undefined),
    expect: {
      handlerCalled: true,
      present: { vary: "Origin" },
      verdict: ["none", true, "no-origin"],
      asked: [],
    },
  },
  {
    id: "o5-null-under-any-origin",
    rules: ["O5", "R1"],
    anchor: CHECK,
    options: { origin: "*" },
    request: from("null"),
    expect: readable("*", { vary: null }),
  },
  {
    id: "o5-null-by-function",
    rules: ["O5"],
    anchor: CHECK,
    options: { origin: (origin) => origin === "null" },
    request: from("null"),
    expect: { ...readable("null"), asked: ["null"] },
  },
  {
    id: "o5-null-never-with-credentials",
    rules: ["O5"],
    anchor: CHECK,
    options: { origin: always, credentials: true },
    steps: [
      { request: from("null"), expect: { ...unreadable("origin-null"), asked: [] } },
      { request: preflight("null"), expect: { ...refusal("preflight", "origin-null"), asked: [] } },
    ],
  },
  {
    id: "o5-null-not-by-list",
    rules: ["O5"],
    anchor: CHECK,
    options: { origin: [A, B] },
    request: from("null"),
    expect: unreadable("origin-null"),
  },
  {
    id: "o6-function-not-asked-about-junk",
    rules: ["O6", "O2"],
    anchor: spec("origin-header"),
    options: { origin: always },
    steps: [
      "",
      "junk",
      `${A}/`,
      `${A}, ${B}`,
      "https://APP.example.com",
      "https://a:0",
      "NULL",
    ].map((origin) => ({
      request: from(origin),
      expect: { ...unreadable("origin-malformed"), asked: [] },
    })),
  },
  {
    id: "p6-function-not-obeyed-over-plain-http",
    rules: ["P6"],
    anchor: CHECK,
    options: { origin: always, credentials: true },
    steps: [
      { request: from("http://app.example.com"), expect: unreadable() },
      {
        request: from("http://localhost:3000"),
        expect: readable("http://localhost:3000", { credentials: true }),
      },
      {
        request: from("http://a.localhost"),
        expect: readable("http://a.localhost", { credentials: true }),
      },
      {
        request: from("http://127.9.9.9"),
        expect: readable("http://127.9.9.9", { credentials: true }),
      },
      { request: from("http://[::1]:80"), expect: unreadable("origin-malformed") },
      {
        request: from("http://[::1]:81"),
        expect: readable("http://[::1]:81", { credentials: true }),
      },
      { request: from("http://127.0.0.1.evil.com"), expect: unreadable() },
      { request: from("http://localhost.evil.com"), expect: unreadable() },
      { request: from("http://evillocalhost"), expect: unreadable() },
    ],
  },
  {
    id: "p6-regexp-not-obeyed-over-plain-http",
    rules: ["P6"],
    anchor: CHECK,
    options: { origin: /^https?:\/\/app\.example\.com$/, credentials: true },
    steps: [
      { request: from(A), expect: readable(A, { credentials: true }) },
      { request: from("http://app.example.com"), expect: unreadable() },
      { request: preflight("http://app.example.com"), expect: refusal() },
    ],
  },
  {
    id: "p6-plain-http-on-demand",
    rules: ["P6"],
    anchor: CHECK,
    options: { origin: always, credentials: true, dangerouslyAllowInsecureOrigins: true },
    request: from("http://app.example.com"),
    expect: readable("http://app.example.com", { credentials: true }),
  },
];
