import type { CookieRules } from "./rules.ts";

const separators = /[\t\u0020-\u002f\u003b-\u0040\u005b-\u0060\u007b-\u007e]+/;
const time = /^([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?![0-9])/;
const looseTime = /^([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?(?![0-9])/;
const dayOfMonth = /^[0-9]{1,2}(?![0-9])/;
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const months = "janfebmaraprmayjunjulaugsepoctnovdec";
const year = /^[0-9]{2,4}(?![0-9])/;
const looseYear = /^(?:[0-9]{2}|[0-9]{4})(?![0-9])/;

/**
 * Reads the date of a cookie: the first time, day, month and year among its words, in any order.
 *
 * @returns milliseconds, or NaN for what is no date
 * @see https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-dates
 */
export function parseCookieDate(
  text: string,
  { looseDates, takesOldDates }: Pick<CookieRules, "looseDates" | "takesOldDates">,
): number {
  const words = text.split(separators);
  const clock = take(words, looseDates ? looseTime : time) ?? (looseDates ? [] : undefined);
  const [day] = take(words, dayOfMonth) ?? [];
  const [name] = take(words, month) ?? [];
  const [digits] = take(words, looseDates ? looseYear : year) ?? [];
  if (!clock || day === undefined || name === undefined || digits === undefined) return Number.NaN;
  const [, hour = 0, minute = 0, second = 0] = clock.map((part = "0") => Number(part));
  const years = fullYear(Number(digits));
  const monthIndex = months.indexOf(name.toLowerCase()) / 3;
  const date = Date.UTC(years, monthIndex, Number(day), hour, minute, second);
  const exists =
    hour < 24 && minute < 60 && second < 60 && new Date(date).getUTCDate() === Number(day);
  const isTaken = Number(day) <= 31 && (exists || looseDates) && (years >= 1601 || takesOldDates);
  return isTaken ? date : Number.NaN;
}

/** Takes the first word of a shape out of the list. */
function take(words: string[], shape: RegExp): readonly (string | undefined)[] | undefined {
  const index = words.findIndex((word) => shape.test(word));
  return index === -1 ? undefined : (shape.exec(words.splice(index, 1)[0] ?? "") ?? undefined);
}

function fullYear(given: number): number {
  if (given >= 100) return given;
  return given < 70 ? given + 2000 : given + 1900;
}
