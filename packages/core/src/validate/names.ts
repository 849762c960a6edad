import type { ConfigIssueCode } from "../config-error.ts";
import {
  isCorsResponseHeader,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
} from "../fetch/header-name.ts";
import { isForbiddenMethod, normalizeMethod } from "../fetch/method.ts";
import { isToken } from "../fetch/token.ts";
import { show, type Fault } from "./fault.ts";

/** How one kind of name is normalised, and what may be wrong with it beyond its grammar. */
interface NameRules {
  readonly noun: string;
  normalize(name: string): string;
  faultOf(name: string): readonly [code: ConfigIssueCode, why: string] | undefined;
}

const lowerCase = (name: string): string => name.toLowerCase();

/** @see https://fetch.spec.whatwg.org/#concept-method */
export const METHODS: NameRules = {
  noun: "method",
  normalize: normalizeMethod,
  faultOf(name) {
    const upper = name.toUpperCase();
    if (isForbiddenMethod(name)) return ["forbidden", "no browser sends it; leave it out"];
    // Browsers upper-case six methods, and these two are not among them.
    if (name !== upper && (upper === "PATCH" || upper === "QUERY")) {
      return ["prohibited", `it never matches ${upper}; write "${upper}"`];
    }
    return undefined;
  },
};

/** @see https://fetch.spec.whatwg.org/#forbidden-request-header */
export const REQUEST_HEADERS: NameRules = {
  noun: "request header",
  normalize: lowerCase,
  faultOf(name) {
    if (isForbiddenRequestHeader(name)) return ["forbidden", "no script can set it; leave it out"];
    if (isCorsResponseHeader(name)) return ["prohibited", "only servers send it; leave it out"];
    return undefined;
  },
};

/** @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export const RESPONSE_HEADERS: NameRules = {
  noun: "response header",
  normalize: lowerCase,
  faultOf: (name) =>
    isForbiddenResponseHeader(name)
      ? ["forbidden", "no script can read it; leave it out"]
      : undefined,
};

/** A list of names, normalised and without duplicates, or `"*"`. */
export function readNames(
  value: unknown,
  path: string,
  rules: NameRules,
  fault: Fault,
): "*" | readonly string[] {
  if (value === "*") return value;
  if (!Array.isArray(value)) {
    fault(path, "invalid", `invalid value ${show(value)}; write "*" or a list${asList(value)}`);
    return [];
  }
  const names = new Set<string>();
  for (const [index, entry] of value.entries()) {
    const name = readName(entry, `${path}[${index}]`, rules, fault);
    if (name !== undefined) names.add(name);
  }
  return Object.freeze([...names]);
}

function readName(
  value: unknown,
  path: string,
  rules: NameRules,
  fault: Fault,
): string | undefined {
  const what = `${rules.noun} ${show(value)}`;
  if (value === "*") {
    fault(path, "prohibited", `"*" inside a list; write "*" in place of the list`);
  } else if (typeof value !== "string" || !isToken(value)) {
    fault(path, "invalid", `invalid ${what}; write one name, without spaces or commas`);
  } else {
    const name = rules.normalize(value);
    const problem = rules.faultOf(name);
    if (!problem) return name;
    fault(path, problem[0], `${problem[0]} ${what}: ${problem[1]}`);
  }
  return undefined;
}

/** Other libraries take one name, or several in one string. */
function asList(value: unknown): string {
  return typeof value === "string" && value
    ? `, such as ${JSON.stringify(value.split(/[\s,]+/).filter(Boolean))}`
    : "";
}
