import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profiles } from "../profile.ts";
import { unsafeRequestHeaderNames } from "./safelist.ts";

const name = fc.constantFrom("Accept", "accept", "X-B", "x-a", "Range", "content-type", "Zeta");
const value = fc.constantFrom("", "a", "1".repeat(120), "1".repeat(129), "a(b)", "bytes=0-1");
const lines = fc.array(fc.tuple(name, value), { maxLength: 14 });

/** The standard's algorithm, step by step as it stands there. */
function naiveUnsafeNames(headers: readonly (readonly [string, string])[]): string[] {
  const unsafe: string[] = [];
  const potentiallyUnsafe: string[] = [];
  let size = 0;
  for (const [key, text] of headers) {
    const lower = key.toLowerCase();
    const isSafe =
      text.length <= 128 &&
      ((lower === "accept" && !text.includes("(")) || (lower === "range" && text === "bytes=0-1"));
    if (isSafe) {
      potentiallyUnsafe.push(lower);
      size += text.length;
    } else {
      unsafe.push(lower);
    }
  }
  if (size > 1024) unsafe.push(...potentiallyUnsafe);
  const unique: string[] = [];
  for (const one of unsafe) if (!unique.includes(one)) unique.push(one);
  return unique.toSorted();
}

describe("unsafeRequestHeaderNames", () => {
  it("agrees with the standard's steps written out", () => {
    fc.assert(
      fc.property(lines, (headers) => {
        expect(unsafeRequestHeaderNames(headers, profiles.spec)).toEqual(naiveUnsafeNames(headers));
      }),
      { numRuns: 3000 },
    );
  });

  it("does not care in which order the page set the headers, nor in which case", () => {
    fc.assert(
      fc.property(lines, (headers) => {
        const shouted = headers
          .toReversed()
          .map(([key, text]) => [key.toUpperCase(), text] as const);
        const names = unsafeRequestHeaderNames(headers, profiles.spec);
        expect(unsafeRequestHeaderNames(shouted, profiles.spec)).toEqual(names);
      }),
    );
  });
});
