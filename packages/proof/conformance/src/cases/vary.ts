import type { Case, HeaderPair } from "../case.ts";
import { A, E, LIST, WITHOUT_ORIGIN, from, readable, spec, unreadable } from "./vocabulary.ts";

const CACHES = spec("cors-protocol-and-http-caches");

/** The application's Vary, line by line, and what leaves. */
const MERGED: readonly (readonly [id: string, lines: readonly string[], merged: string])[] = [
  ["other-field", ["Accept-Encoding"], "Accept-Encoding, Origin"],
  ["two-fields", ["Accept, Accept-Language"], "Accept, Accept-Language, Origin"],
  ["two-lines", ["Accept", "Cookie"], "Accept, Cookie, Origin"],
  ["origin-already", ["Origin"], "Origin"],
  ["origin-in-lower-case", ["origin"], "origin"],
  ["origin-in-a-list", ["Accept, ORIGIN"], "Accept, ORIGIN"],
  ["a-longer-name", ["Origin-Trial"], "Origin-Trial, Origin"],
  ["asterisk", ["*"], "*"],
  ["asterisk-in-a-list", ["Accept, *"], "*"],
  ["no-spaces", ["Accept,Cookie"], "Accept, Cookie, Origin"],
  ["duplicates", ["Accept, accept, Origin, origin"], "Accept, Origin"],
  ["empty-elements", [", ,Accept,,"], "Accept, Origin"],
  ["empty", [""], "Origin"],
];

/** How Vary is merged (R4). */
export const varyCases: readonly Case[] = [
  ...MERGED.map(([id, lines, vary]): Case => {
    const headers = lines.map((line): HeaderPair => ["vary", line]);
    return {
      id: `r4-merged-${id}`,
      rules: ["R4", "R2"],
      anchor: CACHES,
      options: LIST,
      steps: [
        { request: from(A), handler: { headers }, expect: readable(A, { vary }) },
        {
          request: from(E),
          handler: { headers },
          expect: { ...unreadable(), present: { vary } },
        },
        {
          request: from(undefined),
          handler: { headers },
          expect: { ...WITHOUT_ORIGIN, present: { vary } },
        },
        {
          request: from(A),
          handler: { kind: "fetched", headers: lines[0] === "" ? [] : headers },
          expect: readable(A, { vary }),
        },
      ],
    };
  }),
  {
    id: "r4-never-from-the-request",
    rules: ["R4"],
    anchor: CACHES,
    peer: "S17",
    options: LIST,
    steps: [
      { request: from(A, ["vary", "X-Attacker"]), expect: readable(A) },
      {
        request: {
          method: "OPTIONS",
          headers: [
            ["origin", E],
            ["access-control-request-method", "PUT"],
            ["vary", "X-Attacker"],
          ],
        },
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
