import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTokenList } from "./header-list.ts";

const tokenCharacters =
  "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The list by hand, character by character: no split, no trim, no regular expression. */
function naiveTokenList(value: string): string[] | undefined {
  const tokens: string[] = [];
  let current = "";
  let isClosed = false;
  for (const character of `${value},`) {
    if (character === ",") {
      if (current !== "") tokens.push(current);
      current = "";
      isClosed = false;
    } else if (character === " " || character === "\t") {
      isClosed = current !== "";
    } else if (tokenCharacters.includes(character) && !isClosed) {
      current += character;
    } else {
      return undefined;
    }
  }
  return tokens;
}

const pieces = fc.constantFrom(
  ",",
  " ",
  "\t",
  "PUT",
  "x-a",
  "*",
  '"',
  "\u000b",
  "é",
  ";",
  "a b",
  "",
);

describe("parseTokenList", () => {
  it("agrees with a list read character by character", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const value = list.join("");
        expect(parseTokenList(value)).toEqual(naiveTokenList(value));
      }),
      { numRuns: 3000 },
    );
  });
});
