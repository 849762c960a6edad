import { expect, test } from "vitest";
import { isToken } from "./characters.ts";

/** Every character of one byte, and some beyond that a reader may take for one of them. */
const CHARACTERS = [
  ...Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)),
  ...Array.from("\u017f\u212a\u0130\u0131\uff21\uff5a\u0660\u2160\ufeff😀"),
];

// https://www.rfc-editor.org/rfc/rfc9110#name-tokens
const PATTERN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]$/;

test("a token has exactly the characters of its definition", () => {
  const taken = CHARACTERS.filter(isToken);
  expect(taken).toEqual(CHARACTERS.filter((character) => PATTERN.test(character)));
});

test("a token is checked at each place of a text", () => {
  for (const character of CHARACTERS) {
    const isTaken = PATTERN.test(character);
    const texts = [`${character}aZ09`, `aZ${character}09`, `aZ09${character}`];
    expect(texts.map(isToken)).toEqual([isTaken, isTaken, isTaken]);
  }
});

test("a token is never empty", () => {
  expect(isToken("")).toBe(false);
});
