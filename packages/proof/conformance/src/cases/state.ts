import type { Case } from "../case.ts";
import { A, B, E, from, preflight, spec } from "./vocabulary.ts";

const CHECK = spec("cors-check");

/** Nothing of one request is left for the next (P12). The runner also wrecks options after
 * construction and every response after it was read, so all sequences prove it. */
export const stateCases: readonly Case[] = [
  {
    id: "p12-options-are-frozen",
    rules: ["P12"],
    anchor: CHECK,
    construct: { origin: [A, /^https:\/\/[a-z]+\.example$/], exposeHeaders: ["x-a", "x-b"] },
    normalized: { exposeHeaders: ["x-a", "x-b"] },
    frozen: true,
  },
  {
    id: "p12-same-origins-again",
    rules: ["P12"],
    anchor: CHECK,
    options: { origin: [A, B] },
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
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(B),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": B, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(B),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": B, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "p12-sticky-global-regexp",
    rules: ["P12", "P4"],
    anchor: CHECK,
    peer: ["cors 2.8.6", "a regular expression with the flag g denies every second request"],
    options: { origin: [/^https:\/\/(?:app|admin)\.example\.com$/gy] },
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
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(B),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": B, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(B),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": B, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "p12-refusals-share-nothing",
    rules: ["P12", "A2"],
    anchor: CHECK,
    options: { origin: [A, B] },
    steps: [
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
  {
    id: "p12-permissions-share-nothing",
    rules: ["P12", "A1"],
    anchor: CHECK,
    options: { origin: "*" },
    steps: [
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": "*",
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
        },
      },
      {
        request: preflight(A, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": "*",
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
        },
      },
      {
        request: preflight(B, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": "*",
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "p12-concurrent-requests-never-mix",
    rules: ["P12"],
    anchor: CHECK,
    peer: ["itty-cors 0.3.7", "two requests at once get each other's origin"],
    options: { origin: [A, B], credentials: true },
    concurrent: true,
    // The first to come is the last to be answered.
    steps: [
      {
        request: from(A),
        handler: { delay: 12, body: "answer 0" },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { delay: 10, body: "answer 1" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(B),
        handler: { delay: 8, body: "answer 2" },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": B,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(undefined),
        handler: { delay: 6, body: "answer 3" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from("null"),
        handler: { delay: 4, body: "answer 4" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-null"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(A),
        handler: { delay: 2, body: "answer 5" },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "p12-concurrent-questions-never-mix",
    rules: ["P12", "O4"],
    anchor: CHECK,
    options: {
      origin: async (origin, _context, request) => {
        await new Promise((resolve) => setTimeout(resolve, Number(request?.headers.get("x-wait"))));
        return origin === A;
      },
      credentials: true,
    },
    concurrent: true,
    steps: [
      {
        request: from(A, ["x-wait", "8"]),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E, ["x-wait", "6"]),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(B, ["x-wait", "4"]),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(A, ["x-wait", "2"]),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
];
