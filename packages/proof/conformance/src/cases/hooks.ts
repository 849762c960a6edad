import type { CorsOptions } from "@crossgate/core";
import type { Case } from "../case.ts";
import {
  A,
  E,
  LIST,
  MEDDLING,
  WITHOUT_ORIGIN,
  from,
  permission,
  preflight,
  readable,
  refusal,
  sentByNoBrowser,
  spec,
  unreadable,
} from "./vocabulary.ts";

const PROTOCOL = spec("http-cors-protocol");

function watching(onVerdict: NonNullable<CorsOptions["onVerdict"]>): CorsOptions {
  return { ...LIST, onVerdict };
}

/** The one hook that sees decisions (R10). */
export const hookCases: readonly Case[] = [
  {
    id: "r10-every-decision-once",
    rules: ["R10"],
    anchor: PROTOCOL,
    options: { ...watching(() => {}), refuseDenied: true },
    steps: [
      { request: from(A), expect: { ...readable(A), verdicts: 1 } },
      { request: from(E), expect: { ...refusal("actual"), verdicts: 1 } },
      { request: from(undefined), expect: { ...WITHOUT_ORIGIN, verdicts: 1 } },
      { request: preflight(A), expect: { ...permission(A), verdicts: 1 } },
      { request: preflight(E), expect: { ...refusal(), verdicts: 1 } },
    ],
  },
  {
    id: "r10-every-decision-of-a-function-once",
    rules: ["R10", "O4"],
    anchor: PROTOCOL,
    options: { origin: async (origin) => origin === A, onVerdict: () => {} },
    steps: [
      { request: from(A), expect: { ...readable(A), verdicts: 1, asked: [A] } },
      { request: from(E), expect: { ...unreadable(), verdicts: 1, asked: [E] } },
      {
        request: from("junk"),
        expect: { ...unreadable("origin-malformed"), verdicts: 1, asked: [] },
      },
    ],
  },
  {
    id: "r10-sees-what-was-decided",
    rules: ["R10"],
    anchor: PROTOCOL,
    // Throws, and so is reported, where anything is not as it must be.
    options: watching((verdict, request) => {
      const expected = request.headers.get("x-expected");
      const seen = `${verdict.kind} ${verdict.allowed} ${verdict.reason} ${verdict.origin}`;
      if (seen !== expected || verdict.detail === "") throw new Error(`${seen}: ${verdict.detail}`);
    }),
    steps: [
      {
        request: from(A, ["x-expected", `actual true origin-allowed ${A}`]),
        expect: readable(A),
      },
      {
        request: from(E, ["x-expected", `actual false origin-denied ${E}`]),
        expect: unreadable(),
      },
      {
        request: from(undefined, ["x-expected", "none true no-origin null"]),
        expect: WITHOUT_ORIGIN,
      },
      {
        request: preflight(A, "FOO", "x-a", [
          "x-expected",
          `preflight false method-not-allowed ${A}`,
        ]),
        expect: sentByNoBrowser({
          ...permission(A),
          verdict: ["preflight", false, "method-not-allowed"],
        }),
      },
    ],
  },
  {
    id: "r10-what-it-throws-changes-nothing",
    rules: ["R10"],
    anchor: PROTOCOL,
    options: watching(() => {
      throw new Error("the log is full");
    }),
    steps: [
      {
        request: from(A),
        handler: MEDDLING,
        expect: { ...readable(A, { expose: "x-secret" }), verdicts: 1, reported: 1 },
      },
      { request: from(E), expect: { ...unreadable(), verdicts: 1, reported: 1 } },
      { request: preflight(A), expect: { ...permission(A), verdicts: 1, reported: 1 } },
      { request: preflight(E), expect: { ...refusal(), verdicts: 1, reported: 1 } },
    ],
  },
  {
    id: "r10-what-it-rejects-with-changes-nothing",
    rules: ["R10"],
    anchor: PROTOCOL,
    options: watching(async () => {
      throw new Error("the log is full");
    }),
    request: from(A),
    handler: { delay: 1 },
    expect: { ...readable(A), verdicts: 1, reported: 1 },
  },
  {
    id: "r10-what-it-returns-changes-nothing",
    rules: ["R10"],
    anchor: PROTOCOL,
    options: watching(() => new Response("mine", { status: 500 })),
    steps: [
      { request: from(A), expect: readable(A) },
      { request: preflight(E), expect: refusal() },
    ],
  },
];
