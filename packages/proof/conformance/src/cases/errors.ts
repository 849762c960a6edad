import type { CorsOptions } from "@crossgate/core";
import type { Answer, Case } from "../case.ts";
import {
  A,
  E,
  LIST,
  MEDDLING,
  WITHOUT_ORIGIN,
  cors,
  from,
  preflight,
  readable,
  refusal,
  spec,
  unreadable,
} from "./vocabulary.ts";

const CHECK = spec("cors-check");
const THROWN: Answer = { kind: "error", body: "boom" };
const REJECTED: Answer = { ...THROWN, delay: 1 };

/** Errors become answers. */
const RECOVERING = {
  ...LIST,
  onError: (error: unknown) => new Response(`sorry: ${(error as Error).message}`, { status: 500 }),
};
const SORRY = { status: 500, body: "sorry: boom" } as const;

function failing(onError: NonNullable<CorsOptions["onError"]>): CorsOptions {
  return { ...LIST, onError };
}

/** What the handler throws (R8). */
export const errorCases: readonly Case[] = [
  ...(
    [
      ["thrown", THROWN],
      ["rejected", REJECTED],
    ] as const
  ).flatMap(([id, handler]): Case[] => [
    {
      id: `r8-${id}-becomes-a-readable-500`,
      rules: ["R8", "R2"],
      anchor: CHECK,
      peer: "P32",
      options: RECOVERING,
      steps: [
        { request: from(A), handler, expect: { ...readable(A), ...SORRY } },
        { request: from(E), handler, expect: { ...unreadable(), ...SORRY } },
        { request: from(undefined), handler, expect: { ...WITHOUT_ORIGIN, ...SORRY } },
      ],
    },
    {
      id: `r8-${id}-without-onerror-goes-on`,
      rules: ["R8"],
      anchor: CHECK,
      options: LIST,
      request: from(A),
      handler,
      expect: { handlerCalled: true, outcome: "handler-error" },
    },
    {
      id: `r8-${id}-and-onerror-throws-too`,
      rules: ["R8"],
      anchor: CHECK,
      options: failing(() => {
        throw new Error("onError is broken");
      }),
      request: from(A),
      handler,
      expect: { handlerCalled: true, outcome: "handler-error", reported: 2 },
    },
  ]),
  {
    id: "r8-async-onerror",
    rules: ["R8"],
    anchor: CHECK,
    options: failing(async () => new Response("later", { status: 503 })),
    request: from(A),
    handler: THROWN,
    expect: { ...readable(A), status: 503, body: "later" },
  },
  {
    id: "r8-onerror-rejects",
    rules: ["R8"],
    anchor: CHECK,
    options: failing(() => Promise.reject(new Error("onError is broken"))),
    request: from(A),
    handler: THROWN,
    expect: { handlerCalled: true, outcome: "handler-error", reported: 2 },
  },
  {
    id: "r8-onerror-returns-nothing",
    rules: ["R8"],
    anchor: CHECK,
    options: failing(() => undefined as unknown as Response),
    request: from(A),
    handler: THROWN,
    expect: { handlerCalled: true, outcome: "handler-error", reported: 2 },
  },
  {
    id: "r8-onerrors-cors-headers-are-the-gates",
    rules: ["R8", "R3"],
    anchor: CHECK,
    options: failing(
      () => new Response("no", { status: 500, headers: { "access-control-allow-origin": "*" } }),
    ),
    request: from(E),
    handler: THROWN,
    expect: { ...unreadable(), status: 500, body: "no" },
  },
  {
    id: "r8-thrown-response",
    rules: ["R8", "R3"],
    anchor: CHECK,
    options: LIST,
    steps: [
      {
        request: from(A),
        handler: { ...MEDDLING, kind: "throws-response", status: 401 },
        expect: readable(A, { expose: "x-secret" }),
      },
      {
        request: from(E),
        handler: { ...MEDDLING, kind: "throws-response", status: 401, delay: 1 },
        expect: unreadable(),
      },
    ],
  },
  {
    id: "r8-thrown-response-never-reaches-onerror",
    rules: ["R8"],
    anchor: CHECK,
    options: RECOVERING,
    request: from(A),
    handler: { kind: "throws-response", status: 404 },
    expect: readable(A),
  },
  {
    id: "r8-with-an-origin-function",
    rules: ["R8", "O4"],
    anchor: CHECK,
    options: { ...RECOVERING, origin: (origin) => origin === A } as CorsOptions,
    steps: [
      { request: from(A), handler: THROWN, expect: { ...readable(A), ...SORRY } },
      { request: from(E), handler: REJECTED, expect: { ...unreadable(), ...SORRY } },
    ],
  },
  {
    id: "r8-under-a-static-policy",
    rules: ["R8", "R1"],
    anchor: CHECK,
    options: { ...RECOVERING, origin: "*" } as CorsOptions,
    request: from(undefined),
    handler: THROWN,
    expect: { ...WITHOUT_ORIGIN, ...SORRY, present: cors({ origin: "*", vary: null }) },
  },
  {
    id: "r8-preflight-that-continues",
    rules: ["R8", "A6"],
    anchor: CHECK,
    options: { ...RECOVERING, preflightContinue: true, allowMethods: [], allowHeaders: [] },
    steps: [
      {
        request: preflight(A),
        handler: THROWN,
        expect: {
          handlerCalled: true,
          present: cors({ origin: A, maxAge: "600" }),
          ...SORRY,
          page: "blocked:preflight-status",
        },
      },
      { request: preflight(E), handler: THROWN, expect: refusal() },
    ],
  },
];
