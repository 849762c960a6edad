import type { Case } from "../case.ts";
import { A, B, E, MEDDLING, from, preflight, spec } from "./vocabulary.ts";

const PROTOCOL = spec("http-cors-protocol");

/** What becomes of every kind of response (R5, R6, R7). */
export const responseCases: readonly Case[] = [
  {
    id: "r5-survives-headers-and-cookies-mutable",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: {
          headers: [
            ["content-type", "text/plain;charset=UTF-8"],
            ["cache-control", "public, max-age=60"],
            ["link", '</a>; rel="preload"'],
            ["set-cookie", "a=1; Path=/"],
            ["set-cookie", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"],
          ],
          kind: "mutable",
        },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: {
          headers: [
            ["content-type", "text/plain;charset=UTF-8"],
            ["cache-control", "public, max-age=60"],
            ["link", '</a>; rel="preload"'],
            ["set-cookie", "a=1; Path=/"],
            ["set-cookie", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"],
          ],
          kind: "mutable",
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
            ["content-type", "text/plain;charset=UTF-8"],
            ["cache-control", "public, max-age=60"],
            ["link", '</a>; rel="preload"'],
            ["set-cookie", "a=1; Path=/"],
            ["set-cookie", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"],
          ],
          kind: "mutable",
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
    id: "r5-survives-headers-and-cookies-fetched",
    rules: ["R5", "R6"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: {
          headers: [
            ["content-type", "text/plain;charset=UTF-8"],
            ["cache-control", "public, max-age=60"],
            ["link", '</a>; rel="preload"'],
            ["set-cookie", "a=1; Path=/"],
            ["set-cookie", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"],
          ],
          kind: "fetched",
        },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: {
          headers: [
            ["content-type", "text/plain;charset=UTF-8"],
            ["cache-control", "public, max-age=60"],
            ["link", '</a>; rel="preload"'],
            ["set-cookie", "a=1; Path=/"],
            ["set-cookie", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"],
          ],
          kind: "fetched",
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
            ["content-type", "text/plain;charset=UTF-8"],
            ["cache-control", "public, max-age=60"],
            ["link", '</a>; rel="preload"'],
            ["set-cookie", "a=1; Path=/"],
            ["set-cookie", "b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT"],
          ],
          kind: "fetched",
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
    id: "r5-survives-status-text-mutable",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 418, statusText: "Short and stout", kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 418, statusText: "Short and stout", kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 418, statusText: "Short and stout", kind: "mutable" },
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
    id: "r5-survives-status-text-fetched",
    rules: ["R5", "R6"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 418, statusText: "Short and stout", kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 418, statusText: "Short and stout", kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 418, statusText: "Short and stout", kind: "fetched" },
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
    id: "r5-survives-no-body-mutable",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 204, body: null, kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 204, body: null, kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 204, body: null, kind: "mutable" },
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
    id: "r5-survives-no-body-fetched",
    rules: ["R5", "R6"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { status: 204, body: null, kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { status: 204, body: null, kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { status: 204, body: null, kind: "fetched" },
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
    id: "r5-survives-empty-body-mutable",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { body: "", kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { body: "", kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { body: "", kind: "mutable" },
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
    id: "r5-survives-empty-body-fetched",
    rules: ["R5", "R6"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { body: "", kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { body: "", kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { body: "", kind: "fetched" },
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
    id: "r5-survives-long-body-mutable",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { body: "0123456789abcdef".repeat(8192), kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { body: "0123456789abcdef".repeat(8192), kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { body: "0123456789abcdef".repeat(8192), kind: "mutable" },
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
    id: "r5-survives-long-body-fetched",
    rules: ["R5", "R6"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { body: "0123456789abcdef".repeat(8192), kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { body: "0123456789abcdef".repeat(8192), kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { body: "0123456789abcdef".repeat(8192), kind: "fetched" },
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
    id: "r5-survives-non-ascii-body-mutable",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { body: "grüße, 世界", kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { body: "grüße, 世界", kind: "mutable" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { body: "grüße, 世界", kind: "mutable" },
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
    id: "r5-survives-non-ascii-body-fetched",
    rules: ["R5", "R6"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { body: "grüße, 世界", kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { body: "grüße, 世界", kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { body: "grüße, 世界", kind: "fetched" },
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
    id: "r5-endless-body-is-not-awaited",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { kind: "stream", body: "first" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { kind: "stream", body: "first" },
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
    id: "r5-head",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    request: { ...from(A), method: "HEAD" },
    handler: { body: null, headers: [["etag", '"1"']] },
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": A, vary: "Origin" },
      verdict: ["actual", true, "origin-allowed"],
      page: "reads",
    },
  },
  {
    id: "r5-nothing-passes-through",
    rules: ["R5"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { kind: "undefined" },
        expect: { handlerCalled: true, outcome: "undefined" },
      },
      {
        request: from(E),
        handler: { kind: "undefined" },
        expect: { handlerCalled: true, outcome: "undefined" },
      },
      {
        request: from(undefined),
        handler: { kind: "undefined" },
        expect: { handlerCalled: true, outcome: "undefined" },
      },
    ],
  },
  {
    id: "r6-redirect",
    rules: ["R6"],
    anchor: PROTOCOL,
    peer: ["itty-router 5.0.22", "a redirect throws, since its headers are immutable"],
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { kind: "redirect", status: 307 },
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            vary: "Origin",
            location: "https://app.example.com/next",
          },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { kind: "redirect" },
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
    id: "r6-redirect-under-a-static-policy",
    rules: ["R6", "R1"],
    anchor: PROTOCOL,
    options: { origin: "*" },
    request: from(undefined),
    handler: { kind: "redirect" },
    expect: {
      handlerCalled: true,
      present: { "access-control-allow-origin": "*" },
      verdict: ["none", true, "no-origin"],
      page: "never",
    },
  },
  {
    id: "r6-upgrade-is-the-same-object",
    rules: ["R6"],
    anchor: PROTOCOL,
    peer: ["cors-edge 1.0.1", "an upgrade on Deno loses its connection"],
    inexpressible: { node: "Response refuses status 101, and fetch never answers with it" },
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { kind: "upgrade" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
      {
        request: from(E),
        handler: { kind: "upgrade" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
      {
        request: from(undefined),
        handler: { kind: "upgrade" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
    ],
  },
  {
    id: "r6-network-error-is-the-same-object",
    rules: ["R6"],
    anchor: spec("dom-response-error"),
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { kind: "network-error" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
      {
        request: from(E),
        handler: { kind: "network-error" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
      {
        request: from(undefined),
        handler: { kind: "network-error" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
    ],
  },
  {
    id: "r6-status-that-no-copy-can-have",
    rules: ["R6"],
    anchor: PROTOCOL,
    inexpressible: { bun: "Response accepts any status in a copy" },
    options: { origin: [A, B], exposeHeaders: ["x-id"] },
    steps: [
      {
        request: from(A),
        // Its own Access-Control-Allow-Origin makes a copy necessary even if headers are mutable.
        handler: { ...MEDDLING, kind: "uncopyable", status: 999, statusText: "Odd" },
        expect: {
          handlerCalled: true,
          status: 502,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-id",
            vary: "Origin",
          },
          absent: ["x-handler"],
          body: null,
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
          reported: 1,
        },
      },
    ],
  },
  {
    id: "r6-reused-object",
    rules: ["R6", "P12"],
    anchor: PROTOCOL,
    options: { origin: [A, B], credentials: true },
    steps: [
      {
        request: from(A),
        handler: { kind: "reused", body: null },
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
        handler: { kind: "reused", body: null },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(B),
        handler: { kind: "reused", body: null },
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
        handler: { kind: "reused", body: null },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "reused", body: null },
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
    id: "r6-reused-object-denied-first",
    rules: ["R6", "P12"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(E),
        handler: { kind: "reused", body: null },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(A),
        handler: { kind: "reused", body: null },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { kind: "reused", body: null },
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
    id: "r6-reused-object-of-concurrent-requests",
    rules: ["R6", "P12"],
    anchor: PROTOCOL,
    options: { origin: [A, B], credentials: true },
    concurrent: true,
    steps: [
      {
        request: from(A),
        handler: { kind: "reused", body: null },
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
        request: from(B),
        handler: { kind: "reused", body: null },
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
        request: from(A),
        handler: { kind: "reused", body: null },
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
    id: "r6-reused-object-of-concurrent-requests-denied-first",
    rules: ["R6", "P12"],
    anchor: PROTOCOL,
    options: { origin: [A, B] },
    concurrent: true,
    steps: [
      {
        request: from(E),
        handler: { kind: "reused", body: null },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(A),
        handler: { kind: "reused", body: null },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(undefined),
        handler: { kind: "reused", body: null },
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
    id: "r7-outer-gate-decides",
    rules: ["R7", "R3"],
    anchor: PROTOCOL,
    peer: ["remix-utils 10.0.0", "a second gate sends each header twice"],
    options: { origin: [A, E], exposeHeaders: ["x-outer"] },
    inner: { origin: [A, B], credentials: true, exposeHeaders: ["x-inner"] },
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-expose-headers": "x-outer",
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
          present: {
            "access-control-allow-origin": E,
            "access-control-expose-headers": "x-outer",
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
    id: "r7-inner-gate-writes-on-no-upgrade",
    rules: ["R7", "R6"],
    anchor: PROTOCOL,
    inexpressible: { node: "Response refuses status 101, and fetch never answers with it" },
    options: { origin: [A, E] },
    inner: { origin: [A, B], credentials: true },
    steps: [
      {
        request: from(A),
        handler: { kind: "upgrade" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
      {
        request: from(B),
        handler: { kind: "upgrade" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
      {
        request: from(E),
        handler: { kind: "upgrade" },
        expect: { handlerCalled: true, outcome: "same-response" },
      },
    ],
  },
  {
    id: "r7-outer-gate-decides-preflights",
    rules: ["R7"],
    anchor: PROTOCOL,
    peer: [
      "hono 4.13.19",
      "a gate around another one sends its own origin with the other's credentials",
    ],
    options: { origin: "*", allowMethods: ["PUT"], allowHeaders: [] },
    inner: { origin: A, credentials: true },
    steps: [
      {
        request: preflight(E, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": "*",
            "access-control-allow-methods": "PUT",
            "access-control-max-age": "600",
          },
        },
      },
      {
        request: from(E),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r7-same-policy-twice",
    rules: ["R7", "R4"],
    anchor: PROTOCOL,
    peer: ["hono 4.13.19", "two gates add Origin to Vary twice"],
    options: { origin: [A, B], credentials: true },
    inner: { origin: [A, B], credentials: true },
    steps: [
      {
        request: from(A),
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
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
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
    id: "r7-inner-refusal-is-a-response-like-any-other",
    rules: ["R7", "R9"],
    anchor: PROTOCOL,
    options: { origin: [A, E] },
    inner: { origin: [A, B], refuseDenied: true },
    request: from(E),
    expect: {
      handlerCalled: false,
      status: 403,
      present: { "access-control-allow-origin": E, vary: "Origin", "cache-control": "no-store" },
      body: "Origin not allowed.\n",
      verdict: ["actual", true, "origin-allowed"],
    },
  },
];
