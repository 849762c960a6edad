import { isInsecureOrigin } from "../fetch/origin.ts";
import { anchor, faultOf, forget } from "../origin/expression.ts";
import { toExpression, toPattern } from "../origin/pattern.ts";
import { quote } from "../quote.ts";
import { list, wildcardOr } from "./list.ts";
import type { Judge, Reader } from "./reader.ts";

/** An origin that exists nowhere, so an expression that matches it matches everything. */
const UNHEARD_OF = "https://crossgate.invalid";

const EXAMPLES = `write an origin, such as "https://app.example.com", "https://*.example.com" or "http://localhost:*"`;

/** A pattern or a RegExp. */
const judgeOrigin: Judge = (value, { credentials, allowInsecure }) => {
  if (value instanceof RegExp) {
    const fault = faultOf(value);
    if (fault) return `invalid RegExp ${value}; ${fault}`;
    return credentials && anchor(value).test(UNHEARD_OF)
      ? `incompatible RegExp ${value} with credentials: true; name the hosts`
      : undefined;
  }
  if (!value) return `missing origin (an unset environment variable?); ${EXAMPLES}`;
  const text = String(value);
  const subject = `origin ${quote(value)}`;
  if (text === "*") return `prohibited ${subject} in a list; list the names, or write origin: "*"`;
  if (/^(?:null$|file:)/i.test(text)) {
    return `prohibited ${subject}, any sandboxed page's or local file's; leave it out`;
  }
  const pattern = toPattern(text);
  if (pattern !== value) {
    const instead = pattern ? quote(pattern) : toExpression(text);
    return `invalid ${subject}; ${instead ? `write ${instead}` : EXAMPLES}`;
  }
  return credentials && !allowInsecure && isInsecureOrigin(text.replace(/\*\.|:\*$/g, ""))
    ? `prohibited ${subject} with credentials: true; write ${quote(text.replace("http", "https"))}, or set dangerouslyAllowInsecureOrigins`
    : undefined;
};

/** RegExps are kept as copies of our own. */
const readList: Reader = list(judgeOrigin, (origin: string | RegExp) =>
  typeof origin === "string" ? origin : Object.freeze(forget(origin)),
);

/** A pattern, a RegExp, or a non-empty list of them, and always a list when it is read. */
export const readOrigins: Reader = (value, refuse, rules) =>
  // An empty list allows nobody, as an unset variable does.
  readList([value].flat().length > 0 ? value : undefined, refuse, rules);

const readWildcardOrOrigins = wildcardOr(readOrigins, true);

/** `"*"`, a function, or origins. */
export const readOrigin: Reader = (value, refuse, rules) =>
  typeof value === "function" ? value : readWildcardOrOrigins(value, refuse, rules);
