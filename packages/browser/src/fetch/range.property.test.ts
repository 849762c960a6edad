import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSingleRange } from "./range.ts";

/** The range by hand: one position that only moves on. */
function naiveRange(value: string): { start?: bigint; end?: bigint } | undefined {
  let position = 0;
  for (const expected of "bytes=") {
    if (value[position] !== expected) return undefined;
    position += 1;
  }
  const digits = (): string => {
    let read = "";
    while (position < value.length && "0123456789".includes(value[position] ?? "x")) {
      read += value[position];
      position += 1;
    }
    return read;
  };
  const start = digits();
  if (value[position] !== "-") return undefined;
  position += 1;
  const end = digits();
  if (position !== value.length || (start === "" && end === "")) return undefined;
  if (start !== "" && end !== "" && BigInt(start) > BigInt(end)) return undefined;
  return { ...(start && { start: BigInt(start) }), ...(end && { end: BigInt(end) }) };
}

const pieces = fc.constantFrom(
  "bytes",
  "=",
  "-",
  "0",
  "12",
  "999999999999999999999",
  " ",
  ",",
  "a",
);

describe("parseSingleRange", () => {
  it("agrees with a range read character by character", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), fc.boolean(), (list, isPrefixed) => {
        const value = (isPrefixed ? "bytes=" : "") + list.join("");
        expect(parseSingleRange(value)).toEqual(naiveRange(value));
      }),
      { numRuns: 3000 },
    );
  });
});
