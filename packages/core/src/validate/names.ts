import { isToken } from "../fetch/characters.ts";
import {
  isCorsHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
} from "../fetch/header-name.ts";
import { isForbiddenMethod, normalizeMethod } from "../fetch/method.ts";
import { quote } from "../quote.ts";
import { list } from "./list.ts";
import { splitText } from "./mistakes.ts";
import type { Reader } from "./reader.ts";

type Test = (name: string) => boolean;

/** @see https://fetch.spec.whatwg.org/#concept-method */
export const readMethods: Reader = list(
  name(normalizeMethod, isForbiddenMethod, isMisspelt, "write it in upper case"),
  0,
  "always",
);

/** @see https://fetch.spec.whatwg.org/#forbidden-request-header */
export const readRequestHeaders: Reader = list(
  name((text) => text.toLowerCase(), isForbiddenRequestHeader, isCorsHeader),
  0,
  "always",
);

/** @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export const readResponseHeaders: Reader = list(
  name((text) => text.toLowerCase(), isForbiddenResponseHeader),
  0,
  "without-credentials",
);

function name(
  normalize: (name: string) => string,
  isForbidden: Test,
  isProhibited?: Test,
  cure = "leave it out",
): Reader {
  return (name, refuse) => {
    const subject = quote(name);
    if (typeof name !== "string" || !isToken(name)) {
      const several = typeof name === "string" ? splitText(name) : undefined;
      return refuse(
        "invalid",
        `${subject}${several ? `, ${several}` : `; write "*" or a list of names`}`,
      );
    }
    if (isForbidden(name)) return refuse("forbidden", `${subject}; leave it out`);
    return isProhibited?.(name) ? refuse("prohibited", `${subject}; ${cure}`) : normalize(name);
  };
}

/** Browsers upper-case six methods, and `patch` and `query` are not among them. */
function isMisspelt(method: string): boolean {
  return ["PATCH", "QUERY"].includes(method.toUpperCase()) && method !== method.toUpperCase();
}
