import type { Case } from "../case.ts";
import { A, B, E, from, preflight, spec } from "./vocabulary.ts";

/** A function of the request may have looked at Origin, whichever policy it returns (R11). */
export const chosenCases: readonly Case[] = [
  {
    id: "r11-chosen-any",
    rules: ["R11"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: "*" },
    chosen: true,
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", vary: "Origin" },
        },
      },
      {
        request: preflight(E, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": "*",
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r11-chosen-any-refusing",
    rules: ["R11"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: "*", refuseDenied: true },
    chosen: true,
    steps: [
      {
        request: from(A),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
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
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r11-chosen-one",
    rules: ["R11"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: A, credentials: true },
    chosen: true,
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
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
        },
      },
      {
        request: from(undefined),
        expect: {
          handlerCalled: true,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            vary: "Origin",
          },
        },
      },
      {
        request: preflight(A, "PUT", "x-a"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": A,
            "access-control-allow-credentials": "true",
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "x-a",
            "access-control-max-age": "600",
            vary: "Origin, Access-Control-Request-Headers",
          },
          verdict: ["preflight", true, "preflight-allowed"],
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
  {
    id: "r11-chosen-one-refusing",
    rules: ["R11"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: A, refuseDenied: true },
    chosen: true,
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
          handlerCalled: false,
          status: 403,
          present: { "cache-control": "no-store", vary: "Origin" },
          body: "Origin not allowed.\n",
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
    ],
  },
  {
    id: "r11-chosen-list",
    rules: ["R11"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: [A, B] },
    chosen: true,
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
      {
        request: preflight(B, "PUT"),
        expect: {
          handlerCalled: false,
          present: {
            "access-control-allow-origin": B,
            "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY",
            "access-control-allow-headers": "*,authorization",
            "access-control-max-age": "600",
            vary: "Origin",
          },
          verdict: ["preflight", true, "preflight-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r11-chosen-asking",
    rules: ["R11"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: async (origin) => origin === A },
    chosen: true,
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
        },
      },
    ],
  },
  {
    id: "r11-chosen-beside-the-applications-vary",
    rules: ["R11"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: "*" },
    chosen: true,
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Accept-Encoding"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", vary: "Accept-Encoding, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(A),
        handler: { headers: [["vary", "*"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", vary: "*" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(A),
        handler: { headers: [["vary", "origin"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", vary: "origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r11-chosen-an-upstreams-answer",
    rules: ["R11"],
    anchor: spec("cors-protocol-and-http-caches"),
    options: { origin: "*" },
    chosen: true,
    steps: [
      {
        request: from(A),
        handler: { kind: "fetched" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(A),
        handler: { kind: "redirect" },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": "*", vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
];
