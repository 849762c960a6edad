import { describe, expect, test } from "vitest";
import { isMadeOf, TOKEN } from "./characters.ts";

/** Every character of one byte, and some beyond that a reader may take for one of them. */
const CHARACTERS = [
  ...Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)),
  ...Array.from("\u017f\u212a\u0130\u0131\uff21\uff5a\u0660\u2160\ufeff😀"),
];

describe.each([
  // https://www.rfc-editor.org/rfc/rfc9110#name-tokens
  ["TOKEN", TOKEN, /^[!#$%&'*+\-.^_`|~0-9A-Za-z]$/],
])("%s", (_, others, pattern) => {
  test("has exactly the characters of its definition", () => {
    const taken = CHARACTERS.filter((character) => isMadeOf(others, character));
    expect(taken).toEqual(CHARACTERS.filter((character) => pattern.test(character)));
  });

  test("is checked at each place of a text", () => {
    for (const character of CHARACTERS) {
      const isTaken = pattern.test(character);
      const texts = [`${character}aZ09`, `aZ${character}09`, `aZ09${character}`];
      expect(texts.map((text) => isMadeOf(others, text))).toEqual([isTaken, isTaken, isTaken]);
    }
  });

  test("is never empty", () => {
    expect(isMadeOf(others, "")).toBe(false);
  });
});
