import { isMadeOf, TOKEN } from "../fetch/characters.ts";
import {
  isCorsHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
} from "../fetch/header-name.ts";
import { isForbiddenMethod, normalizeMethod } from "../fetch/method.ts";
import { quote } from "../quote.ts";
import { list, wildcardOr } from "./list.ts";
import { reader, type Reader } from "./reader.ts";

type Test = (name: string) => boolean;

/** @see https://fetch.spec.whatwg.org/#concept-method */
export const readMethods: Reader = wildcardOr(
  names(normalizeMethod, isForbiddenMethod, isMisspelt, "write it in upper case"),
);

/** @see https://fetch.spec.whatwg.org/#forbidden-request-header */
export const readRequestHeaders: Reader = wildcardOr(
  names(lowerCase, isForbiddenRequestHeader, isCorsHeader),
);

/** @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export const readResponseHeaders: Reader = wildcardOr(
  names(lowerCase, isForbiddenResponseHeader),
  true,
);

function names(
  normalize: (name: string) => string,
  isForbidden: Test,
  isProhibited?: Test,
  cure = "leave it out",
): Reader {
  const readName: Reader = (name, refuse) => {
    const subject = quote(name);
    if (typeof name !== "string" || !isMadeOf(TOKEN, name)) {
      return refuse(`invalid ${subject}; write a single name`);
    }
    if (isForbidden(name)) return refuse(`forbidden ${subject}; leave it out`);
    return isProhibited?.(name) ? refuse(`prohibited ${subject}; ${cure}`) : normalize(name);
  };
  return reader(`"*" or a list of names`, Array.isArray, list(readName));
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}

/** Browsers upper-case six methods, and `patch` and `query` are not among them. */
function isMisspelt(method: string): boolean {
  return /^(?:patch|query)$/i.test(method) && method !== method.toUpperCase();
}
