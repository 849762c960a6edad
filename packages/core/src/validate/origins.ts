import { anchor, isAnchored } from "../origin/expression.ts";
import { toExpression, toPattern } from "../origin/pattern.ts";
import { leaksCredentials } from "../origin/rule.ts";
import { quote } from "../quote.ts";
import { list, wildcardOr } from "./list.ts";
import type { Reader } from "./reader.ts";

/** An origin that exists nowhere, so an expression that matches it matches everything. */
const UNHEARD_OF = "https://crossgate.invalid";

const EXAMPLES = `write an origin like "https://example.com", "https://*.example.com" or "http://localhost:*"`;

/** Kept is a copy of our own, without the `g` and `y` that make a test start where the last ended. */
const readExpression = (...[value, refuse, rules]: Parameters<Reader<RegExp>>): unknown => {
  if (value.multiline) return refuse(`prohibited ${value}; leave out the flag "m"`);
  if (!isAnchored(value)) {
    return refuse(`invalid ${value}; write /^...$/ for the whole origin, and "\\." for a dot`);
  }
  return rules.credentials && anchor(value).test(UNHEARD_OF)
    ? refuse(`incompatible ${value} with credentials: true; name the hosts`)
    : Object.freeze(new RegExp(value, value.flags.replace(/[gy]/g, "")));
};

const readPattern: Reader = (value, refuse, rules) => {
  const text = typeof value === "string" ? value : "";
  const subject = quote(value);
  if (!value) return refuse(`missing origin (an unset environment variable?); ${EXAMPLES}`);
  if (/^(?:null$|file:)/i.test(text)) {
    return refuse(`prohibited ${subject}, any sandboxed page's or file's; leave it out`);
  }
  const pattern = toPattern(text);
  if (pattern !== value) {
    const instead = pattern ? quote(pattern) : toExpression(text);
    return refuse(`invalid ${subject}; ${instead ? `write ${instead}` : EXAMPLES}`);
  }
  return leaksCredentials(text.replace(/\*\.|:\*$/g, ""), rules)
    ? refuse(
        `prohibited ${subject} with credentials: true; write ${quote(text.replace("http", "https"))}, or set dangerouslyAllowInsecureOrigins`,
      )
    : value;
};

const readList = list((value, refuse, rules) =>
  value instanceof RegExp
    ? readExpression(value, refuse, rules)
    : readPattern(value, refuse, rules),
);

/** A pattern, a RegExp, or a non-empty list of them, and always a list when it is read. */
export const readOrigins: Reader = (value, refuse, rules) =>
  // An empty list allows nobody, as an unset variable does.
  readList([value].flat().length > 0 ? value : undefined, refuse, rules);

const readWildcardOrOrigins = wildcardOr(readOrigins, true);

/** `"*"`, a function, or origins. */
export const readOrigin: Reader = (value, refuse, rules) =>
  typeof value === "function" ? value : readWildcardOrOrigins(value, refuse, rules);
