import type { HeaderList } from "../fetch/header-list.ts";
import { combineLines } from "../fetch/header-list.ts";
import { parseMimeEssence } from "../fetch/mime-type.ts";
import { parseSingleRange } from "../fetch/range.ts";
import type { Switches } from "../switches.ts";

const maxValueLength = 128;
const maxTotalLength = 1024;
// oxlint-disable-next-line no-control-regex -- these control bytes are what the standard names
const unsafeByte = /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/;
const language = /^[0-9A-Za-z *,\-.;=]*$/;
const simpleTypes = new Set([
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
]);

function isSafelistedContentType(value: string, { contentTypeIsStrict }: Switches): boolean {
  if (unsafeByte.test(value) || !simpleTypes.has(parseMimeEssence(value) ?? "")) return false;
  if (!contentTypeIsStrict) return true;
  const [, ...parameters] = value.split(";");
  const endsEmpty = parameters.length > 1 && parameters.at(-1)?.trim() === "";
  return !value.includes(",") && !endsEmpty;
}

function isSafelistedRange(
  value: string,
  { maxRangeNumber, rangeUnitIgnoresCase }: Switches,
): boolean {
  const range = parseSingleRange(rangeUnitIgnoresCase ? value.toLowerCase() : value);
  if (range?.start === undefined) return false;
  if (maxRangeNumber === undefined) return true;
  return range.start <= maxRangeNumber && (range.end ?? 0n) <= maxRangeNumber;
}

/**
 * Whether a request header may cross origins without asking first.
 *
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
function isSafelistedRequestHeader(name: string, value: string, switches: Switches): boolean {
  const lower = name.toLowerCase();
  if (switches.neverAsksFor.includes(lower)) return true;
  if (value.length > maxValueLength) return false;
  if (switches.nonAsciiIsUnsafe && /[\u0080-\u00ff]/.test(value)) return false;
  switch (lower) {
    case "accept":
      return !unsafeByte.test(value);
    case "accept-language":
    case "content-language":
      return language.test(value);
    case "content-type":
      return isSafelistedContentType(value, switches);
    case "range":
      return isSafelistedRange(value, switches);
    default:
      return switches.safelistExtras(lower, value);
  }
}

/**
 * The header names a preflight has to ask for: lower case, sorted, each once.
 *
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function unsafeRequestHeaderNames(
  headers: HeaderList,
  switches: Switches,
): readonly string[] {
  const lines = switches.safelistReads === "lines" ? headers : combineLines(headers);
  const unsafe: string[] = [];
  const safe: string[] = [];
  let total = 0;
  for (const [name, value] of lines) {
    const isSafe = isSafelistedRequestHeader(name, value, switches);
    (isSafe ? safe : unsafe).push(name.toLowerCase());
    if (isSafe) total += value.length;
  }
  if (switches.safelistHasTotalLimit && total > maxTotalLength) unsafe.push(...safe);
  return (switches.asksPerLine ? unsafe : [...new Set(unsafe)]).toSorted();
}

const noCorsNames = new Set(["accept", "accept-language", "content-language", "content-type"]);

/**
 * Whether a `no-cors` request may carry the header at all; everything else is dropped in silence.
 *
 * @see https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header
 */
export function isNoCorsSafelistedRequestHeader(
  name: string,
  value: string,
  switches: Switches,
): boolean {
  return noCorsNames.has(name.toLowerCase()) && isSafelistedRequestHeader(name, value, switches);
}
