/** Seconds a preflight response is kept; 0 is "not at all". `undefined` is a missing header. */
export type MaxAgeReader = (value: string | undefined) => number;

const whenMissing = 5;
const digits = /^[0-9]+$/;
const integer = /^[+-]?[0-9]+$/;
const int64 = 2n ** 63n;

/** The value of a 64-bit integer with optional sign, or undefined. */
function readInteger(value: string): number | undefined {
  if (!integer.test(value)) return undefined;
  const number = BigInt(value.replace("+", ""));
  return number >= int64 || number < -int64 ? undefined : Number(number);
}

/**
 * `delta-seconds` or nothing: whatever else stands there counts as missing. The limit is the
 * user agent's own affair; the standard imposes none.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
 */
export function standardMaxAge(value: string | undefined): number {
  return value !== undefined && digits.test(value) ? Number(value) : whenMissing;
}

/** services/network/cors/preflight_result.cc: negative is 0, cap two hours. */
export function chromiumMaxAge(value: string | undefined): number {
  const seconds = value === undefined ? undefined : readInteger(value);
  return seconds === undefined ? whenMissing : Math.min(Math.max(seconds, 0), 7200);
}

/** nsCORSListenerProxy.cpp: any byte that is not a digit means "do not keep", cap one day. */
export function firefoxMaxAge(value: string | undefined): number {
  if (value === undefined || value === "") return whenMissing;
  return digits.test(value) ? Math.min(Number(value), 86_400) : 0;
}

/** CrossOriginPreflightResultCache.cpp: a past expiry for negative numbers, cap ten minutes. */
export function webkitMaxAge(value: string | undefined): number {
  const seconds = value === undefined ? undefined : readInteger(value);
  return seconds === undefined ? whenMissing : Math.min(seconds, 600);
}
