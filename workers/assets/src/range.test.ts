import { describe, expect, it } from "vitest";
import { selectRange } from "./range.ts";
import type { ByteRange } from "./representation.ts";

const select = (range: string, size = 10, ifRange?: string) =>
  selectRange(new Headers({ range, ...(ifRange && { "if-range": ifRange }) }), {
    etag: '"1"',
    size,
  });

// https://www.rfc-editor.org/rfc/rfc9110#name-byte-ranges
describe("the range of ten bytes", () => {
  it.each<[range: string, offset: number, length: number]>([
    ["bytes=0-0", 0, 1],
    ["bytes=0-9", 0, 10],
    ["bytes=2-4", 2, 3],
    ["bytes=2-", 2, 8],
    ["bytes=9-", 9, 1],
    ["bytes=5-99", 5, 5],
    [`bytes=5-${"9".repeat(400)}`, 5, 5],
    ["bytes=-1", 9, 1],
    ["bytes=-10", 0, 10],
    ["bytes=-11", 0, 10],
    ["BYTES=0-0", 0, 1],
    ["bytes= 0-0 ", 0, 1],
  ])("%s", (range, offset, length) => {
    expect(select(range)).toEqual<ByteRange>({ offset, length });
  });

  it.each(["bytes=10-", "bytes=10-20", "bytes=-0", `bytes=${"9".repeat(400)}-`])(
    "%s can't be satisfied",
    (range) => {
      expect(select(range)).toBe("unsatisfiable");
    },
  );

  it.each([
    ["is in another unit", "lines=0-1"],
    ["has no unit", "0-1"],
    ["ends before it begins", "bytes=4-2"],
    ["has neither end", "bytes=-"],
    ["is empty", "bytes="],
    ["has a sign", "bytes=+1-2"],
    ["is hexadecimal", "bytes=0x1-2"],
    ["is fractional", "bytes=1.5-2"],
    ["has a space inside", "bytes=0 -1"],
    ["has a space in the unit", "bytes =0-1"],
    ["is two", "bytes=0-1,4-5"],
    ["is two, one of them out of reach", "bytes=0-1,99-"],
    ["is negative twice", "bytes=--1"],
  ])("is all of them where it %s", (_, range) => {
    expect(select(range)).toBeUndefined();
  });
});

it.each([
  ["bytes=0-", "unsatisfiable"],
  ["bytes=0-0", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=-5", undefined],
])("%s of nothing", (range, expected) => {
  expect(select(range, 0)).toBe(expected);
});

// https://www.rfc-editor.org/rfc/rfc9110#name-if-range
describe("If-Range", () => {
  it.each([
    ['"1"', { offset: 0, length: 1 }],
    ['"2"', undefined],
    ['W/"1"', undefined],
    ["Fri, 02 Jan 2026 03:04:05 GMT", undefined],
  ])("%s", (ifRange, expected) => {
    expect(select("bytes=0-0", 10, ifRange)).toEqual(expected);
  });
});

it("is none where the size is unknown", () => {
  expect(selectRange(new Headers({ range: "bytes=0-0" }), { etag: '"1"' })).toBeUndefined();
});
