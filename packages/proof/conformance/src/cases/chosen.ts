import type { CorsOptions } from "@crossgate/core";
import type { Case, Step } from "../case.ts";
import {
  A,
  B,
  E,
  WITHOUT_ORIGIN,
  cors,
  from,
  permission,
  preflight,
  readable,
  refusal,
  spec,
  unreadable,
} from "./vocabulary.ts";

/** The answer of a static policy to a page that it does not name: the same as to everyone. */
const kept = (origin: string): Step["expect"] => ({
  handlerCalled: true,
  present: cors({ origin }),
});

/** Whatever policy a function of the request returns, it may have looked at Origin (R11). */
const CHOSEN: readonly (readonly [id: string, options: CorsOptions, steps: readonly Step[]])[] = [
  [
    "any",
    { origin: "*" },
    [
      { request: from(A), expect: readable("*") },
      { request: from(undefined), expect: kept("*") },
      { request: preflight(E), expect: permission("*") },
    ],
  ],
  [
    "any-refusing",
    { origin: "*", refuseDenied: true },
    [
      { request: from(A), expect: readable("*") },
      { request: preflight(A), expect: permission("*") },
    ],
  ],
  [
    "one",
    { origin: A, credentials: true },
    [
      { request: from(A), expect: readable(A, { credentials: true }) },
      {
        request: from(E),
        expect: { handlerCalled: true, present: cors({ origin: A, credentials: true }) },
      },
      {
        request: from(undefined),
        expect: { handlerCalled: true, present: cors({ origin: A, credentials: true }) },
      },
      {
        request: preflight(A, "PUT", "x-a"),
        expect: permission(A, {
          credentials: true,
          headers: "x-a",
          vary: "Origin, Access-Control-Request-Headers",
        }),
      },
      { request: preflight(E), expect: refusal() },
    ],
  ],
  [
    "one-refusing",
    { origin: A, refuseDenied: true },
    [
      { request: from(A), expect: readable(A) },
      { request: from(E), expect: refusal("actual") },
    ],
  ],
  [
    "list",
    { origin: [A, B] },
    [
      { request: from(A), expect: readable(A) },
      { request: from(E), expect: unreadable() },
      { request: from(undefined), expect: WITHOUT_ORIGIN },
      { request: preflight(B), expect: permission(B) },
    ],
  ],
  [
    "asking",
    { origin: async (origin) => origin === A },
    [
      { request: from(A), expect: readable(A) },
      { request: from(E), expect: unreadable() },
      { request: preflight(A), expect: permission(A) },
    ],
  ],
  [
    "beside-the-applications-vary",
    { origin: "*" },
    [
      {
        request: from(A),
        handler: { headers: [["vary", "Accept-Encoding"]] },
        expect: readable("*", { vary: "Accept-Encoding, Origin" }),
      },
      {
        request: from(A),
        handler: { headers: [["vary", "*"]] },
        expect: readable("*", { vary: "*" }),
      },
      {
        request: from(A),
        handler: { headers: [["vary", "origin"]] },
        expect: readable("*", { vary: "origin" }),
      },
    ],
  ],
  [
    "an-upstreams-answer",
    { origin: "*" },
    [
      { request: from(A), handler: { kind: "fetched" }, expect: readable("*") },
      { request: from(A), handler: { kind: "redirect" }, expect: readable("*") },
    ],
  ],
];

export const chosenCases: readonly Case[] = CHOSEN.map(([id, options, steps]) => ({
  id: `r11-chosen-${id}`,
  rules: ["R11"],
  anchor: spec("cors-protocol-and-http-caches"),
  options,
  chosen: true,
  steps,
}));
