import fc from "fast-check";
import { expect, it } from "vitest";
import { selectRange } from "./range.ts";

const SMALL = fc.nat({ max: 12 });
const BOUND = fc.oneof(fc.constant(""), SMALL.map(String), fc.constantFrom("00", "007", "99"));

/** Byte by byte, as the standard says it in words: those whose position the range covers. */
function oracle(first: string, last: string, size: number): unknown {
  const isEmpty = first === "" && last === "";
  if (isEmpty || (first !== "" && last !== "" && Number(first) > Number(last))) return undefined;
  if (first === "" && Number(last) > 0 && size === 0) return undefined;
  const covered = Array.from({ length: size }, (_, position) => position).filter((position) =>
    first === ""
      ? position >= size - Number(last)
      : position >= Number(first) && (last === "" || position <= Number(last)),
  );
  return covered.length === 0 ? "unsatisfiable" : { offset: covered[0], length: covered.length };
}

it("selects the bytes that the range covers, and no other", () => {
  fc.assert(
    fc.property(BOUND, BOUND, SMALL, (first, last, size) => {
      const headers = new Headers({ range: `bytes=${first}-${last}` });
      const selected = selectRange(headers, { etag: '"1"', size });
      expect(selected).toEqual(oracle(first, last, size));
    }),
    { numRuns: 2000 },
  );
});
