import type { Case } from "../case.ts";
import { A, B, E, MEDDLING, from, preflight, spec } from "./vocabulary.ts";

const CHECK = spec("cors-check");

function apologise(error: unknown): Response {
  return new Response(`sorry: ${(error as Error).message}`, { status: 500 });
}

/** What the handler throws (R8). */
export const errorCases: readonly Case[] = [
  {
    id: "r8-thrown-becomes-a-readable-500",
    rules: ["R8", "R2"],
    anchor: CHECK,
    peer: ["@whatwg-node/server 0.13.0", "a handler's error has no CORS headers"],
    options: {
      origin: [A, B],
      onError: apologise,
    },
    steps: [
      {
        request: from(A),
        handler: { kind: "error", body: "boom" },
        expect: {
          handlerCalled: true,
          status: 500,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          body: "sorry: boom",
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { kind: "error", body: "boom" },
        expect: {
          handlerCalled: true,
          status: 500,
          present: { vary: "Origin" },
          body: "sorry: boom",
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { kind: "error", body: "boom" },
        expect: {
          handlerCalled: true,
          status: 500,
          present: { vary: "Origin" },
          body: "sorry: boom",
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r8-thrown-without-onerror-goes-on",
    rules: ["R8"],
    anchor: CHECK,
    options: { origin: [A, B] },
    request: from(A),
    handler: { kind: "error", body: "boom" },
    expect: { handlerCalled: true, outcome: "handler-error" },
  },
  {
    id: "r8-thrown-and-onerror-throws-too",
    rules: ["R8"],
    anchor: CHECK,
    options: {
      origin: [A, B],
      onError: () => {
        throw new Error("onError is broken");
      },
    },
    request: from(A),
    handler: { kind: "error", body: "boom" },
    expect: { handlerCalled: true, outcome: "handler-error", reported: 2 },
  },
  {
    id: "r8-rejected-becomes-a-readable-500",
    rules: ["R8", "R2"],
    anchor: CHECK,
    peer: ["@whatwg-node/server 0.13.0", "a handler's error has no CORS headers"],
    options: {
      origin: [A, B],
      onError: apologise,
    },
    steps: [
      {
        request: from(A),
        handler: { kind: "error", body: "boom", delay: 1 },
        expect: {
          handlerCalled: true,
          status: 500,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          body: "sorry: boom",
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { kind: "error", body: "boom", delay: 1 },
        expect: {
          handlerCalled: true,
          status: 500,
          present: { vary: "Origin" },
          body: "sorry: boom",
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { kind: "error", body: "boom", delay: 1 },
        expect: {
          handlerCalled: true,
          status: 500,
          present: { vary: "Origin" },
          body: "sorry: boom",
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r8-rejected-without-onerror-goes-on",
    rules: ["R8"],
    anchor: CHECK,
    options: { origin: [A, B] },
    request: from(A),
    handler: { kind: "error", body: "boom", delay: 1 },
    expect: { handlerCalled: true, outcome: "handler-error" },
  },
  {
    id: "r8-rejected-and-onerror-throws-too",
    rules: ["R8"],
    anchor: CHECK,
    options: {
      origin: [A, B],
      onError: () => {
        throw new Error("onError is broken");
      },
    },
    request: from(A),
    handler: { kind: "error", body: "boom", delay: 1 },
    expect: { handlerCalled: true, outcome: "handler-error", reported: 2 },
  },
  {
    id: "r8-async-onerror",
    rules: ["R8"],
    anchor: CHECK,
    options: { origin: [A, B], onError: async () => new Response("later", { status: 503 }) },
    request: from(A),
    handler: { kind: "error", body: "boom" },
    expect: {
      handlerCalled: true,
      status: 503,
      present: { "access-control-allow-origin": A, vary: "Origin" },
      body: "later",
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "r8-onerror-rejects",
    rules: ["R8"],
    anchor: CHECK,
    options: { origin: [A, B], onError: () => Promise.reject(new Error("onError is broken")) },
    request: from(A),
    handler: { kind: "error", body: "boom" },
    expect: { handlerCalled: true, outcome: "handler-error", reported: 2 },
  },
  {
    id: "r8-onerror-returns-nothing",
    rules: ["R8"],
    anchor: CHECK,
    options: { origin: [A, B], onError: () => undefined as unknown as Response },
    request: from(A),
    handler: { kind: "error", body: "boom" },
    expect: { handlerCalled: true, outcome: "handler-error", reported: 2 },
  },
  {
    id: "r8-onerrors-cors-headers-are-the-gates",
    rules: ["R8", "R3"],
    anchor: CHECK,
    options: {
      origin: [A, B],
      onError: () =>
        new Response("no", { status: 500, headers: { "access-control-allow-origin": "*" } }),
    },
    request: from(E),
    handler: { kind: "error", body: "boom" },
    expect: {
      handlerCalled: true,
      status: 500,
      present: { vary: "Origin" },
      body: "no",
      verdict: ["actual", false, "origin-denied"],
      page: "blocked:acao-missing",
    },
  },
  {
    id: "r8-thrown-response",
    rules: ["R8", "R3"],
    anchor: CHECK,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { ...MEDDLING, kind: "throws-response", status: 401 },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-secret",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { ...MEDDLING, kind: "throws-response", status: 401, delay: 1 },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
  {
    id: "r8-thrown-response-never-reaches-onerror",
    rules: ["R8"],
    anchor: CHECK,
    options: { origin: [A, B], onError: apologise },
    request: from(A),
    handler: { kind: "throws-response", status: 404 },
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": A, vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "r8-with-an-origin-function",
    rules: ["R8", "O4"],
    anchor: CHECK,
    options: { onError: apologise, origin: (origin) => origin === A },
    steps: [
      {
        request: from(A),
        handler: { kind: "error", body: "boom" },
        expect: {
          handlerCalled: true,
          status: 500,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          body: "sorry: boom",
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { kind: "error", body: "boom", delay: 1 },
        expect: {
          handlerCalled: true,
          status: 500,
          present: { vary: "Origin" },
          body: "sorry: boom",
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
  {
    id: "r8-under-a-static-policy",
    rules: ["R8", "R1"],
    anchor: CHECK,
    options: { onError: apologise, origin: "*" },
    request: from(undefined),
    handler: { kind: "error", body: "boom" },
    expect: {
      handlerCalled: true,
      status: 500,
      present: { "access-control-allow-origin": "*" },
      body: "sorry: boom",
      verdict: ["none", true, "no-origin"],
      page: "never",
    },
  },
  {
    id: "r8-preflight-that-continues",
    rules: ["R8", "A6"],
    anchor: CHECK,
    options: {
      origin: [A, B],
      onError: apologise,
      preflightContinue: true,
      allowMethods: [],
      allowHeaders: [],
    },
    steps: [
      {
        request: preflight(A, "PUT"),
        handler: { kind: "error", body: "boom" },
        expect: {
          handlerCalled: true,
          status: 500,
          present: {
            "access-control-allow-origin": A,
            "access-control-max-age": "600",
            vary: "Origin",
          },
          body: "sorry: boom",
          page: "blocked:preflight-status",
        },
      },
      {
        request: preflight(E, "PUT"),
        handler: { kind: "error", body: "boom" },
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
