import { describe, expect, it } from "vitest";
import { differences } from "./compare.ts";
import type { Outcome } from "./outcome.ts";

const BODY = '{"data":1,"received":{"method":"GET","headers":[["origin","https://a"]],"body":""}}';
const READABLE = {
  kind: "readable",
  status: 200,
  redirected: false,
  headers: [["content-type", "application/json"]],
  body: BODY,
} as const satisfies Outcome;
const BLOCKED: Outcome = { kind: "blocked", error: "TypeError: Failed to fetch" };
const SENT = ["content-type", "x-request-id"];

const SAME: readonly (readonly [why: string, predicted: Outcome, observed: Outcome])[] = [
  ["the words of an error", BLOCKED, { kind: "blocked", error: "TypeError: Load failed" }],
  [
    "what a host adds",
    READABLE,
    { ...READABLE, headers: [...READABLE.headers, ["content-length", "3"]] },
  ],
  [
    "a cookie that only the browser knows",
    READABLE,
    { ...READABLE, body: BODY.replace("]],", '],["cookie","visits=1"]],') },
  ],
];

const OTHER: readonly (readonly [what: string, observed: Outcome])[] = [
  ["predicted readable, and it was blocked", BLOCKED],
  ["predicted readable, and it was unreachable", { kind: "unreachable", error: "" }],
  ['status: predicted "200", was "500"', { ...READABLE, status: 500 }],
  ['redirected: predicted "false", was "true"', { ...READABLE, redirected: true }],
  ['visible headers: predicted "content-type", was ""', { ...READABLE, headers: [] }],
  ['method: predicted "GET", was "PUT"', { ...READABLE, body: BODY.replace("GET", "PUT") }],
  [
    'headers sent: predicted "origin: https://a", was "origin: null"',
    { ...READABLE, body: BODY.replace("https://a", "null") },
  ],
];

describe("differences", () => {
  it.each(SAME)("%s is none", (_why, predicted, observed) => {
    expect(differences(predicted, observed, SENT)).toEqual([]);
  });

  it.each(OTHER)("%s", (what, observed) => {
    expect(differences(READABLE, observed, SENT)).toEqual([what]);
  });
});
