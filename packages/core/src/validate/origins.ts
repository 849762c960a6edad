import { isInsecureOrigin } from "../fetch/origin.ts";
import { anchor, faultOf } from "../origin/expression.ts";
import { parsePattern } from "../origin/pattern.ts";
import { suggestInstead } from "../origin/suggestion.ts";
import { show, type Fault } from "./fault.ts";

/** What validity of an origin depends on besides itself. */
export interface OriginRules {
  readonly credentials: boolean;
  readonly allowInsecure: boolean;
}

/** An origin that exists nowhere, so an expression that matches it matches everything. */
const UNHEARD_OF = "https://crossgate.invalid";

const EXAMPLE = `such as "https://app.example.com"`;

/** The `origin` option; a list comes back without duplicates, RegExps as copies of our own. */
export function readOrigin(value: unknown, rules: OriginRules, fault: Fault): unknown {
  if (typeof value === "function") return value;
  if (value !== "*") return readOriginList(value, "origin", rules, fault);
  if (rules.credentials) {
    fault(
      "origin",
      "incompatible",
      `"*" lets nobody in with credentials: true; list the origins, ${EXAMPLE}`,
    );
  }
  return value;
}

/** A pattern, a RegExp, or a non-empty list of them. */
export function readOriginList(
  value: unknown,
  path: string,
  rules: OriginRules,
  fault: Fault,
): unknown {
  if (!Array.isArray(value)) return readEntry(value, path, rules, fault);
  if (value.length === 0)
    fault(path, "missing", `an empty list allows nobody; list the origins, ${EXAMPLE}`);
  const entries = value.map((entry, index) => readEntry(entry, `${path}[${index}]`, rules, fault));
  return Object.freeze([...new Set(entries)]);
}

function readEntry(value: unknown, path: string, rules: OriginRules, fault: Fault): unknown {
  if (value instanceof RegExp) return readExpression(value, path, rules, fault);
  if (typeof value === "string" && value) readPattern(value, path, rules, fault);
  else if (value === undefined || value === "") {
    fault(
      path,
      "missing",
      `no origin (an unset environment variable?); write an origin, ${EXAMPLE}`,
    );
  } else
    fault(path, "invalid", `invalid origin ${show(value)}; write an origin, ${EXAMPLE}, or "*"`);
  return value;
}

function readPattern(text: string, path: string, rules: OriginRules, fault: Fault): void {
  const pattern = parsePattern(text);
  if (!pattern) {
    fault(path, ...explain(text));
  } else if (
    rules.credentials &&
    !rules.allowInsecure &&
    isInsecureOrigin(`${pattern.scheme}://${pattern.host}`)
  ) {
    fault(
      path,
      "prohibited",
      `prohibited origin ${show(text)} with credentials: anyone on the network can be it; write ${show(text.replace("http:", "https:"))}, or set dangerouslyAllowInsecureOrigins`,
    );
  }
}

/** Why a pattern is refused, and what to write instead. */
function explain(text: string): ["prohibited" | "invalid", string] {
  if (text === "*") return ["prohibited", `prohibited "*" inside a list; write origin: "*"`];
  if (text === "null" || /^file:/i.test(text)) {
    return [
      "prohibited",
      `prohibited origin ${show(text)}: every sandboxed page and local file has it; leave it out`,
    ];
  }
  const instead = suggestInstead(text);
  if (instead) return ["invalid", `invalid origin ${show(text)}; write ${instead}`];
  if (/[\s,]/.test(text.trim())) {
    return ["invalid", `invalid origin ${show(text)}; write a list, or originsFrom(${show(text)})`];
  }
  if (text.includes("*")) {
    return [
      "invalid",
      `invalid origin ${show(text)}; "*." may stand for subdomains of two labels or more, ":*" for any port: write "https://*.example.com"`,
    ];
  }
  return ["invalid", `invalid origin ${show(text)}; write scheme://host[:port], ${EXAMPLE}`];
}

function readExpression(value: RegExp, path: string, rules: OriginRules, fault: Fault): RegExp {
  const problem = faultOf(value);
  if (problem) fault(path, "invalid", `invalid RegExp ${value}: it ${problem}`);
  else if (rules.credentials && anchor(value).test(UNHEARD_OF)) {
    fault(
      path,
      "incompatible",
      `${value} matches any origin, with credentials: true; name the hosts`,
    );
  }
  return Object.freeze(new RegExp(value.source, value.flags.replace(/[gy]/g, "")));
}
