import type { Case } from "../case.ts";
import { A, B, E, MEDDLING, from, preflight, spec } from "./vocabulary.ts";

const PROTOCOL = spec("http-cors-protocol");

/** The one hook that sees decisions (R10). */
export const hookCases: readonly Case[] = [
  {
    id: "r10-every-decision-once",
    rules: ["R10"],
    anchor: PROTOCOL,
    options: { origin: [A, B], onVerdict: () => {}, refuseDenied: true },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          verdicts: 1,
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          verdicts: 1,
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
          verdicts: 1,
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
          verdicts: 1,
        },
      },
      {
        request: preflight(E, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          verdicts: 1,
        },
      },
    ],
  },
  {
    id: "r10-every-decision-of-a-function-once",
    rules: ["R10", "O4"],
    anchor: PROTOCOL,
    options: { origin: async (origin) => origin === A, onVerdict: () => {} },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          asked: [A],
          verdicts: 1,
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          asked: [E],
          verdicts: 1,
        },
      },
      {
        request: from("junk"),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-malformed"],
          asked: [],
          verdicts: 1,
        },
      },
    ],
  },
  {
    id: "r10-sees-what-was-decided",
    rules: ["R10"],
    anchor: PROTOCOL,
    // Throws, and so is reported, where anything is not as it must be.
    options: {
      origin: [A, B],
      onVerdict: (verdict, request) => {
        const expected = request.headers.get("x-expected");
        const seen = `${verdict.kind} ${verdict.allowed} ${verdict.reason} ${verdict.origin}`;
        if (seen !== expected || verdict.detail === "")
          throw new Error(`${seen}: ${verdict.detail}`);
      },
    },
    steps: [
      {
        request: from(A, ["x-expected", "actual true origin-allowed https://app.example.com"]),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E, ["x-expected", "actual false origin-denied https://evil.example"]),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined, ["x-expected", "none true no-origin null"]),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: preflight(A, "FOO", "x-a", [
          "x-expected",
          "preflight false method-not-allowed https://app.example.com",
        ]),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", false, "method-not-allowed"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r10-what-it-throws-changes-nothing",
    rules: ["R10"],
    anchor: PROTOCOL,
    options: {
      origin: [A, B],
      onVerdict: () => {
        throw new Error("the log is full");
      },
    },
    steps: [
      {
        request: from(A),
        handler: MEDDLING,
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-secret",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          verdicts: 1,
          reported: 1,
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
          verdicts: 1,
          reported: 1,
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
          verdicts: 1,
          reported: 1,
        },
      },
      {
        request: preflight(E, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
          verdicts: 1,
          reported: 1,
        },
      },
    ],
  },
  {
    id: "r10-what-it-rejects-with-changes-nothing",
    rules: ["R10"],
    anchor: PROTOCOL,
    options: {
      origin: [A, B],
      onVerdict: async () => {
        throw new Error("the log is full");
      },
    },
    request: from(A),
    handler: { delay: 1 },
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": A, vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
      verdicts: 1,
      reported: 1,
    },
  },
  {
    id: "r10-what-it-returns-changes-nothing",
    rules: ["R10"],
    anchor: PROTOCOL,
    options: { origin: [A, B], onVerdict: () => new Response("mine", { status: 500 }) },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: preflight(E, "PUT"),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["preflight", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
];
