import { expect, it } from "vitest";
import { isNosniff } from "./nosniff.ts";

// https://fetch.spec.whatwg.org/#determine-nosniff, after fetch/nosniff of web-platform-tests
it.each<[string[], boolean]>([
  [["NOSNIFF"], true],
  [["nosniff,,@#$#%%&^&^*()()11!"], true],
  [["@#$#%%&^&^*()()11!,nosniff"], false],
  [["nosniff", "no"], true],
  [["no", "nosniff"], false],
  [["", "nosniff"], false],
  [[",nosniff"], false],
  [["nosniff\f"], true],
  [["nosniff\v"], false],
  [["nosniff\v,nosniff"], false],
  [["'NosniFF'"], false],
  [['"nosniFF"'], false],
  [[], false],
])("takes %j for %o", (lines, expected) => {
  const headers = new Headers(lines.map((line) => ["x-content-type-options", line]));
  expect(isNosniff(headers)).toBe(expected);
});
