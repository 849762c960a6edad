import { describe, expect, it } from "vitest";
import { parseHttpDate } from "./http-date.ts";

// https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats
describe("an HTTP-date", () => {
  it.each([
    "Sun, 06 Nov 1994 08:49:37 GMT",
    "Sunday, 06-Nov-94 08:49:37 GMT",
    "Sun Nov  6 08:49:37 1994",
  ])("%s", (date) => {
    expect(parseHttpDate(date)).toBe(784_111_777);
  });

  it.each([
    "",
    "0",
    "yesterday",
    "1994-11-06T08:49:37Z",
    "Sun, 06 Nov 1994 08:49:37 +0100",
    "Sun, 06 Nov 1994 08:49:37",
    "Sun, 99 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT, x",
  ])("is not %j", (date) => {
    expect(parseHttpDate(date)).toBeUndefined();
  });
});
