import { expect, it } from "vitest";
import { statusInPlaceOf } from "./unusable.ts";

it.each<[number, number | undefined]>([
  [100, 502],
  [101, 502],
  [199, 502],
  [200, undefined],
  [404, undefined],
  [500, undefined],
  [502, undefined],
  [522, 504],
  [526, 502],
  [527, undefined],
  [599, undefined],
  [600, 502],
  [999, 502],
])("%i: %s", (status, expected) => {
  expect(statusInPlaceOf({ status })).toBe(expected);
});

it("101 with a socket is handed on", () => {
  expect(statusInPlaceOf({ status: 101, webSocket: {} })).toBeUndefined();
});
