import { isMadeOf, TOKEN } from "../fetch/characters.ts";
import {
  isCorsHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
} from "../fetch/header-name.ts";
import { isForbiddenMethod, normalizeMethod } from "../fetch/method.ts";
import { quote } from "../quote.ts";
import { list, wildcardOr } from "./list.ts";
import type { Judge, Reader } from "./reader.ts";

type Test = (name: string) => boolean;

const lowerCase = (name: string): string => name.toLowerCase();

/** @see https://fetch.spec.whatwg.org/#concept-method */
export const readMethods: Reader = wildcardOr(
  // Browsers upper-case six methods, and `patch` and `query` are not among them.
  list(
    judgeName("method", isForbiddenMethod, (name) =>
      /^(?!PATCH|QUERY)(?:patch|query)$/i.test(name),
    ),
    normalizeMethod,
  ),
  false,
);

/** @see https://fetch.spec.whatwg.org/#forbidden-request-header */
export const readRequestHeaders: Reader = wildcardOr(
  list(judgeName("request header", isForbiddenRequestHeader, isCorsHeader), lowerCase),
  false,
);

/** @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export const readResponseHeaders: Reader = wildcardOr(
  list(judgeName("response header", isForbiddenResponseHeader), lowerCase),
  true,
);

function judgeName(noun: string, isForbidden: Test, isProhibited?: Test): Judge {
  return (name) => {
    const subject = `${noun} ${quote(name)}`;
    if (name === "*") return `prohibited ${subject} in a list; write "*" in its place`;
    if (typeof name !== "string" || !isMadeOf(TOKEN, name)) {
      return `invalid ${subject}; write a single name`;
    }
    if (isForbidden(name)) return `forbidden ${subject}; leave it out`;
    return isProhibited?.(name)
      ? `prohibited ${subject}; ${noun === "method" ? `write ${quote(name.toUpperCase())}` : "leave it out"}`
      : undefined;
  };
}
