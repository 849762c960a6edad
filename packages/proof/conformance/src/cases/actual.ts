import type { Case } from "../case.ts";
import { A, B, E, MEDDLING, from, spec } from "./vocabulary.ts";

const CACHES = spec("cors-protocol-and-http-caches");
const CHECK = spec("cors-check");

/** Responses to what is no preflight (R1, R2, R3). */
export const actualCases: readonly Case[] = [
  // Policies whose response is the same for everyone.
  {
    id: "r1-static-any",
    rules: ["R1"],
    anchor: CACHES,
    options: { origin: "*" },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*" },
          verdict: ["actual", true, "origin-allowed"],
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*" },
          verdict: ["actual", true, "origin-allowed"],
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*" },
          verdict: ["none", true, "no-origin"],
        },
      },
      {
        request: { method: "OPTIONS" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*" },
          verdict: ["none", true, "no-origin"],
        },
      },
    ],
  },
  {
    id: "r1-static-any-exposing-all",
    rules: ["R1"],
    anchor: CACHES,
    options: { origin: "*", exposeHeaders: "*" },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", "access-control-expose-headers": "*" },
          verdict: ["actual", true, "origin-allowed"],
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", "access-control-expose-headers": "*" },
          verdict: ["actual", true, "origin-allowed"],
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", "access-control-expose-headers": "*" },
          verdict: ["none", true, "no-origin"],
        },
      },
      {
        request: { method: "OPTIONS" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", "access-control-expose-headers": "*" },
          verdict: ["none", true, "no-origin"],
        },
      },
    ],
  },
  {
    id: "r1-static-one",
    rules: ["R1"],
    anchor: CACHES,
    options: { origin: A },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["actual", true, "origin-allowed"],
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["actual", false, "origin-denied"],
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["none", true, "no-origin"],
        },
      },
      {
        request: { method: "OPTIONS" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["none", true, "no-origin"],
        },
      },
    ],
  },
  {
    id: "r1-static-list-of-one",
    rules: ["R1"],
    anchor: CACHES,
    options: { origin: [A] },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["actual", true, "origin-allowed"],
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["actual", false, "origin-denied"],
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["none", true, "no-origin"],
        },
      },
      {
        request: { method: "OPTIONS" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["none", true, "no-origin"],
        },
      },
    ],
  },
  {
    id: "r1-static-one-twice",
    rules: ["R1"],
    anchor: CACHES,
    options: { origin: [A, A] },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["actual", true, "origin-allowed"],
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["actual", false, "origin-denied"],
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["none", true, "no-origin"],
        },
      },
      {
        request: { method: "OPTIONS" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A },
          verdict: ["none", true, "no-origin"],
        },
      },
    ],
  },
  {
    id: "r1-static-one-with-everything",
    rules: ["R1"],
    anchor: CACHES,
    options: { origin: A, credentials: true, exposeHeaders: ["X-Id", "x-total"] },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            "access-control-expose-headers": "x-id,x-total",
          },
          verdict: ["actual", true, "origin-allowed"],
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            "access-control-expose-headers": "x-id,x-total",
          },
          verdict: ["actual", false, "origin-denied"],
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            "access-control-expose-headers": "x-id,x-total",
          },
          verdict: ["none", true, "no-origin"],
        },
      },
      {
        request: { method: "OPTIONS" },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            "access-control-expose-headers": "x-id,x-total",
          },
          verdict: ["none", true, "no-origin"],
        },
      },
    ],
  },
  {
    id: "r1-static-leaves-the-applications-vary-alone",
    rules: ["R1", "R4"],
    anchor: CACHES,
    options: { origin: A },
    request: from(A),
    handler: { headers: [["vary", "Accept-Encoding, accept-encoding"]] },
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": A, vary: "Accept-Encoding, accept-encoding" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  // Policies whose response depends on the request.
  {
    id: "r2-not-static-two-origins",
    rules: ["R1", "R2"],
    anchor: CACHES,
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
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-not-static-a-pattern",
    rules: ["R1", "R2"],
    anchor: CACHES,
    options: { origin: "https://*.example.com" },
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
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-not-static-any-port",
    rules: ["R1", "R2"],
    anchor: CACHES,
    options: { origin: "https://app.example.com:*" },
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
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-not-static-a-regexp",
    rules: ["R1", "R2"],
    anchor: CACHES,
    options: { origin: /^https:\/\/app\.example\.com$/ },
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
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-not-static-a-function",
    rules: ["R1", "R2"],
    anchor: CACHES,
    options: { origin: (origin) => origin === A },
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
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-not-static-refuse-denied",
    rules: ["R1", "R2"],
    anchor: CACHES,
    options: { origin: A, refuseDenied: true },
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
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-any-origin-with-refuse-denied",
    rules: ["R1", "R2"],
    anchor: CACHES,
    options: { origin: "*", refuseDenied: true },
    request: from(E),
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "*", vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "r2-vary-on-ok",
    rules: ["R2", "R5"],
    anchor: CACHES,
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
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-vary-on-not-found",
    rules: ["R2", "R5"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 404 },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 404 },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 404 },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-vary-on-server-error",
    rules: ["R2", "R5"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 500, statusText: "Broken" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 500, statusText: "Broken" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 500, statusText: "Broken" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-vary-on-not-modified",
    rules: ["R2", "R5"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 304, body: null, headers: [["etag", '"1"']] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 304, body: null, headers: [["etag", '"1"']] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 304, body: null, headers: [["etag", '"1"']] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-vary-on-redirect",
    rules: ["R2", "R5"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 302, body: null, headers: [["location", "/next"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 302, body: null, headers: [["location", "/next"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 302, body: null, headers: [["location", "/next"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r2-vary-on-partial",
    rules: ["R2", "R5"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 206, headers: [["content-range", "bytes 0-4/9"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 206, headers: [["content-range", "bytes 0-4/9"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 206, headers: [["content-range", "bytes 0-4/9"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-credentials-and-exposed-headers",
    rules: ["R3", "P9"],
    anchor: CHECK,
    options: { origin: [A, B], credentials: true, exposeHeaders: ["x-id", "X-ID", "x-total"] },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            "access-control-expose-headers": "x-id,x-total",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(B),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": B,
            "access-control-allow-credentials": "true",
            "access-control-expose-headers": "x-id,x-total",
            vary: "Origin",
          },
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
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-handlers-cors-headers-are-replaced",
    rules: ["R3"],
    anchor: CHECK,
    options: { origin: [A, B], credentials: true, exposeHeaders: ["x-id"] },
    request: from(A),
    handler: MEDDLING,
    expect: {
      handlerCalled: true,
      present: {
        "access-control-allow-origin": A,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": "x-id,x-secret",
        vary: "Origin",
      },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "r3-handlers-cors-headers-are-removed",
    rules: ["R3"],
    anchor: CHECK,
    options: { origin: [A, B] },
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
        },
      },
      {
        request: from(E),
        handler: MEDDLING,
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from("null"),
        handler: MEDDLING,
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-null"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: MEDDLING,
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-removed-under-a-static-policy",
    rules: ["R3", "R1"],
    anchor: CHECK,
    options: { origin: "*" },
    request: from(A),
    handler: MEDDLING,
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "*", "access-control-expose-headers": "x-secret" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "r3-removed-from-the-applications-options",
    rules: ["R3", "C3"],
    anchor: CHECK,
    options: { origin: [A, B] },
    request: { ...from(A), method: "OPTIONS" },
    handler: MEDDLING,
    expect: {
      handlerCalled: true,
      present: {
        "access-control-allow-origin": A,
        "access-control-expose-headers": "x-secret",
        vary: "Origin",
      },
      verdict: ["actual", true, "origin-allowed"],
      page: "blocked:method-not-allowed",
    },
  },
  {
    id: "r3-never-two-values",
    rules: ["R3"],
    anchor: CHECK,
    options: { origin: [A, B], credentials: true },
    request: from(A),
    handler: {
      headers: [
        ["access-control-allow-origin", A],
        ["Access-Control-Allow-Origin", A],
        ["access-control-allow-credentials", "false"],
      ],
    },
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
    id: "r3-removed-from-an-upstreams-answer",
    rules: ["R3", "R6"],
    anchor: CHECK,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { ...MEDDLING, kind: "fetched" },
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
        handler: { ...MEDDLING, kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
  // What the policy and the handler expose, and what a page of an allowed origin may read.
  {
    id: "r3-exposed-by-the-handler-alone",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", "set-auth-token"]] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "set-auth-token",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["access-control-expose-headers", "set-auth-token"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", "set-auth-token"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-by-both",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B], exposeHeaders: ["x-id"] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", "Set-Auth-Token"]] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-id,set-auth-token",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["access-control-expose-headers", "Set-Auth-Token"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", "Set-Auth-Token"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-twice",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B], exposeHeaders: ["x-id"] },
    steps: [
      {
        request: from(A),
        handler: {
          headers: [
            ["access-control-expose-headers", "X-ID, x-a,X-A"],
            ["access-control-expose-headers", "x-b"],
          ],
        },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-id,x-a,x-b",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: {
          headers: [
            ["access-control-expose-headers", "X-ID, x-a,X-A"],
            ["access-control-expose-headers", "x-b"],
          ],
        },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: {
          headers: [
            ["access-control-expose-headers", "X-ID, x-a,X-A"],
            ["access-control-expose-headers", "x-b"],
          ],
        },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-any-by-the-handler",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B], exposeHeaders: ["x-id"] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", "*"]] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "*",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["access-control-expose-headers", "*"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", "*"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-any-by-the-policy",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B], exposeHeaders: "*" },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", "x-a"]] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "*",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["access-control-expose-headers", "x-a"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", "x-a"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-any-with-credentials",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B], credentials: true },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", "*, x-a"]] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            "access-control-expose-headers": "x-a",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["access-control-expose-headers", "*, x-a"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", "*, x-a"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-only-any-with-credentials",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B], credentials: true },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", "*"]] },
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
        handler: { headers: [["access-control-expose-headers", "*"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", "*"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-no-tokens",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", 'x a, x:b, , "x-c", x-d']] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-d",
            vary: "Origin",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["access-control-expose-headers", 'x a, x:b, , "x-c", x-d']] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", 'x a, x:b, , "x-c", x-d']] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-nothing",
    rules: ["R3"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", ""]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["access-control-expose-headers", ""]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", ""]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
    ],
  },
  {
    id: "r3-exposed-under-a-static-policy",
    rules: ["R3", "R1"],
    anchor: spec("http-access-control-expose-headers"),
    options: { origin: A, exposeHeaders: ["x-id"] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["access-control-expose-headers", "x-a"]] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-id,x-a",
          },
        },
      },
      {
        request: from(E),
        handler: { headers: [["access-control-expose-headers", "x-a"]] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-id,x-a",
          },
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["access-control-expose-headers", "x-a"]] },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-id,x-a",
          },
        },
      },
    ],
  },
];
