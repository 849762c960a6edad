import type { Case } from "../case.ts";
import { A, B, E, from, preflight, spec } from "./vocabulary.ts";

const CACHES = spec("cors-protocol-and-http-caches");

/** How Vary is merged (R4). */
export const varyCases: readonly Case[] = [
  {
    id: "r4-merged-other-field",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Accept-Encoding"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept-Encoding, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "Accept-Encoding"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept-Encoding, Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "Accept-Encoding"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept-Encoding, Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "Accept-Encoding"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept-Encoding, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-two-fields",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Accept, Accept-Language"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Accept-Language, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "Accept, Accept-Language"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Accept-Language, Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "Accept, Accept-Language"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Accept-Language, Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "Accept, Accept-Language"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Accept-Language, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-two-lines",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: {
          headers: [
            ["vary", "Accept"],
            ["vary", "Cookie"],
          ],
        },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Cookie, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: {
          headers: [
            ["vary", "Accept"],
            ["vary", "Cookie"],
          ],
        },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Cookie, Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: {
          headers: [
            ["vary", "Accept"],
            ["vary", "Cookie"],
          ],
        },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Cookie, Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: {
          kind: "fetched",
          headers: [
            ["vary", "Accept"],
            ["vary", "Cookie"],
          ],
        },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Cookie, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-origin-already",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Origin"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "Origin"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "Origin"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "Origin"]] },
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
    id: "r4-merged-origin-in-lower-case",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "origin"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "origin"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "origin"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "origin"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-origin-in-a-list",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Accept, ORIGIN"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, ORIGIN" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "Accept, ORIGIN"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, ORIGIN" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "Accept, ORIGIN"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, ORIGIN" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "Accept, ORIGIN"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, ORIGIN" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-a-longer-name",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Origin-Trial"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin-Trial, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "Origin-Trial"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin-Trial, Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "Origin-Trial"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin-Trial, Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "Origin-Trial"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin-Trial, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-asterisk",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "*"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "*" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "*"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "*" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "*"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "*" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "*"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "*" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-asterisk-in-a-list",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Accept, *"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "*" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "Accept, *"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "*" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "Accept, *"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "*" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "Accept, *"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "*" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-no-spaces",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Accept,Cookie"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Cookie, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "Accept,Cookie"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Cookie, Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "Accept,Cookie"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Cookie, Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "Accept,Cookie"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Cookie, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-duplicates",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", "Accept, accept, Origin, origin"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", "Accept, accept, Origin, origin"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", "Accept, accept, Origin, origin"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", "Accept, accept, Origin, origin"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-empty-elements",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", ", ,Accept,,"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", ", ,Accept,,"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", ", ,Accept,,"]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Accept, Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [["vary", ", ,Accept,,"]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Accept, Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
    ],
  },
  {
    id: "r4-merged-empty",
    rules: ["R4", "R2"],
    anchor: CACHES,
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A),
        handler: { headers: [["vary", ""]] },
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: from(E),
        handler: { headers: [["vary", ""]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["actual", false, "origin-denied"],
          page: "blocked:acao-missing",
        },
      },
      {
        request: from(undefined),
        handler: { headers: [["vary", ""]] },
        expect: {
          handlerCalled: true,
          present: { vary: "Origin" },
          verdict: ["none", true, "no-origin"],
          page: "never",
        },
      },
      {
        request: from(A),
        handler: { kind: "fetched", headers: [] },
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
    id: "r4-never-from-the-request",
    rules: ["R4"],
    anchor: CACHES,
    peer: ["cors-edge 1.0.1", "the Vary of a request is sent back in the response"],
    options: { origin: [A, B] },
    steps: [
      {
        request: from(A, ["vary", "X-Attacker"]),
        expect: {
          handlerCalled: true,
          present: { "access-control-allow-origin": A, vary: "Origin" },
          verdict: ["actual", true, "origin-allowed"],
          page: "reads",
        },
      },
      {
        request: preflight(E, "PUT", undefined, ["vary", "X-Attacker"]),
        expect: {
          handlerCalled: false,
          status: 403,
          present: { vary: "Origin" },
          body: "Origin not allowed.\n",
        },
      },
    ],
  },
];
