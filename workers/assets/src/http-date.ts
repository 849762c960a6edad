const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u;
const RFC_850 = /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/u;
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/u;

/**
 * Seconds since 1970 of an HTTP-date in one of its three forms, or undefined: a condition with any
 * other date is to be ignored.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats
 */
export function parseHttpDate(value: string): number | undefined {
  const isAsctime = ASCTIME.test(value);
  if (!isAsctime && !IMF_FIXDATE.test(value) && !RFC_850.test(value)) return undefined;
  const milliseconds = Date.parse(isAsctime ? `${value} GMT` : value);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}

/** An HTTP-date has no smaller unit. */
export function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
