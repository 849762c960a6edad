import type { Line } from "@crossgate/browser/fixtures/scenario";

/** Headers around which filters and exposure have to decide. */
export const extraLines: readonly [Line, ...Line[]] = [
  ["X-Request-Id", "1"],
  ["ETag", '"a"'],
  ["Age", "1"],
  ["Server", "mine"],
  ["Content-Language", "en"],
  ["Expires", "0"],
  ["Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT"],
  ["Pragma", "no-cache"],
  ["Set-Cookie", "a=b"],
  ["Set-Cookie2", "a=b"],
  ["Vary", "Origin"],
  ["Timing-Allow-Origin", "*"],
  ["Retry-After", "1"],
  ["Content-Disposition", "inline"],
  ["X-Duplicate", "1"],
  ["X-Duplicate", "2"],
  ["Accept", "a"],
  ["Link", "<a>"],
];

/** Lines of Access-Control-Expose-Headers. */
export const exposures: readonly [readonly string[], ...(readonly string[])[]] = [
  ["*"],
  ["X-Request-Id, ETag"],
  ["x-request-id", "age"],
  ["*, set-cookie"],
  ["etag, bad name"],
  ["etag", "a b"],
  [",, etag ,"],
  ["set-cookie, set-cookie2, server"],
  ["'etag'"],
  ['"etag"'],
  [""],
  ["ETAG\t,AGE"],
  ["*", "etag"],
];

/** Values of Access-Control-Max-Age. */
export const maxAges: readonly [string, ...string[]] = [
  "600",
  "0",
  "-1",
  "+10",
  "1.5",
  "a",
  "",
  "99999999999999999999",
  "00010",
  "10, 10",
  "0x10",
];
