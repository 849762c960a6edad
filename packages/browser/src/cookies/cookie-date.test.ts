import fc from "fast-check";
import { expect, it } from "vitest";
import { parseCookieDate } from "./cookie-date.ts";
import { cookieRules } from "./rules.ts";

const { spec, firefox } = cookieRules;
const newYear = Date.UTC(2020, 0, 1);

it.each([
  ["Wed, 01 Jan 2020 00:00:00 GMT", newYear],
  ["Wednesday, 01-Jan-20 00:00:00 GMT", newYear],
  ["Wed Jan  1 00:00:00 2020", newYear],
  ["0:0:0 2020 1 january", newYear],
  ["01 Jan 69 00:00:00", Date.UTC(2069, 0, 1)],
  ["01 Jan 70 00:00:00", Date.UTC(1970, 0, 1)],
  ["01 Jan 1601 00:00:00", Date.UTC(1601, 0, 1)],
  ["01 Jan 1600 00:00:00", Number.NaN],
  ["31 Feb 2020 00:00:00", Number.NaN],
  ["00 Jan 2020 00:00:00", Number.NaN],
  ["01 Jan 2020 24:00:00", Number.NaN],
  ["01 Jan 2020 00:60:00", Number.NaN],
  ["01 Jan 2020 00:00:60", Number.NaN],
  ["01 Jan 2020", Number.NaN],
  ["2020-01-01T00:00:00Z", Number.NaN],
  ["0", Number.NaN],
  ["", Number.NaN],
])("reads %j as %d", (text, time) => {
  expect(parseCookieDate(text, spec)).toBe(time);
});

it("reads what every toUTCString writes", () => {
  const times = fc.date({
    min: new Date("1601-01-01"),
    max: new Date("9999-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(times, (date) => {
      const second = Math.floor(date.getTime() / 1000) * 1000;
      expect(parseCookieDate(date.toUTCString(), spec)).toBe(second);
    }),
  );
});

it("counts on beyond the end of a month, and does without a time, where the engine does", () => {
  expect(parseCookieDate("31 Feb 2020 00:00:00", firefox)).toBe(Date.UTC(2020, 2, 2));
  expect(parseCookieDate("01 Jan 2020", firefox)).toBe(newYear);
  expect(parseCookieDate("32 Jan 2020 00:00:00", firefox)).toBe(Number.NaN);
});
