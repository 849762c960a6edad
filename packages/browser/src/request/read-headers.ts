import { isForbiddenRequestHeader } from "../fetch/forbidden-header.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import { getHeader } from "../fetch/header-list.ts";
import { isToken } from "../fetch/token.ts";
import { stripHttpWhitespace } from "../fetch/whitespace.ts";
import type { Switches } from "../switches.ts";
import type { RequestBody } from "./body.ts";
import type { PageRequestInit } from "./init.ts";
import type { PageRequestMode } from "./page-request.ts";
import { isNoCorsSafelistedRequestHeader } from "./safelist.ts";

/**
 * The headers a script set, without those it may not set: they vanish without a word.
 *
 * @throws TypeError for a name or a value that no header can have
 * @see https://fetch.spec.whatwg.org/#concept-headers-append
 */
export function readHeaders(
  given: PageRequestInit["headers"],
  mode: PageRequestMode,
  switches: Switches,
): HeaderList {
  const list: [string, string][] = [];
  for (const [name, rawValue] of headerLines(given)) {
    const value = stripHttpWhitespace(rawValue);
    assertHeader(name, value);
    if (isForbiddenRequestHeader(name, value)) continue;
    if (mode === "no-cors") {
      const before = getHeader(list, name.toLowerCase());
      const joined = before === undefined ? value : `${before}, ${value}`;
      if (!isNoCorsSafelistedRequestHeader(name, joined, switches)) continue;
    }
    list.push([name, value]);
  }
  return list;
}

/** The headers with the `Content-Type` of the body, where the page set none. */
export function withBodyType(
  headers: HeaderList,
  body: RequestBody | null,
  mode: PageRequestMode,
  switches: Switches,
): HeaderList {
  if (!body?.type || getHeader(headers, "content-type") !== undefined) return headers;
  const isAllowed =
    mode !== "no-cors" ||
    switches.noCorsKeepsBodyType ||
    isNoCorsSafelistedRequestHeader("content-type", body.type, switches);
  return isAllowed ? [...headers, ["content-type", body.type]] : headers;
}

/** The lines of headers in any form that a script may write. */
export function headerLines(given: PageRequestInit["headers"]): HeaderList {
  if (given === undefined) return [];
  return isIterable(given) ? [...given] : Object.entries(given);
}

// oxlint-disable-next-line no-control-regex -- NUL, CR and LF are what a value must not hold
const invalidValue = /[\0\r\n\u0100-\uffff]/;

function assertHeader(name: string, value: string): void {
  if (!isToken(name)) throw new TypeError(`'${name}' is not a valid header name.`);
  if (invalidValue.test(value)) throw new TypeError(`The value of '${name}' is not valid.`);
}

function isIterable(
  given: NonNullable<PageRequestInit["headers"]>,
): given is Iterable<readonly [string, string]> & typeof given {
  return Symbol.iterator in given;
}
