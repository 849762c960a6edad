import { anchor, WHOLE_ORIGIN } from "../origin/expression.ts";
import { leaksCredentials, type CredentialRules } from "../origin/leak.ts";
import { toExpression, toPattern } from "../origin/pattern.ts";
import { quote } from "../quote.ts";
import { list } from "./list.ts";
import type { Reader, Refuse } from "./reader.ts";

/** An origin that exists nowhere, so an expression that matches it matches everything. */
const UNHEARD_OF = "https://crossgate.invalid";

const EXAMPLES = `write an origin like "https://example.com" or "https://*.example.com"`;

/** Kept is a copy of our own, without the `g` and `y` that make a test start where the last ended. */
function readExpression(value: RegExp, refuse: Refuse, rules: CredentialRules): unknown {
  if (value.multiline) return refuse(`prohibited ${value}; leave out the flag "m"`);
  if (!WHOLE_ORIGIN.test(value.source)) {
    return refuse(`invalid ${value}; write it from ^ to $, and "\\." for a dot`);
  }
  return rules.credentials && anchor(value).test(UNHEARD_OF)
    ? refuse(`incompatible ${value} with credentials: true; list the hosts`)
    : Object.freeze(new RegExp(value, value.flags.replace(/[gy]/g, "")));
}

function readPattern(value: unknown, refuse: Refuse, rules: CredentialRules): unknown {
  const text = typeof value === "string" ? value : "";
  const subject = quote(value);
  if (!value) return refuse(`missing origin (an unset variable?); ${EXAMPLES}`);
  if (/^(null$|file:)/i.test(text)) {
    return refuse(`prohibited ${subject}, any sandboxed page's; leave it out`);
  }
  const pattern = toPattern(text);
  if (pattern !== value) {
    const instead = pattern ? quote(pattern) : toExpression(text);
    return refuse(`invalid ${subject}; ${instead ? `write ${instead}` : EXAMPLES}`);
  }
  return leaksCredentials(text.replace(/\*\.|:\*$/g, ""), rules)
    ? refuse(
        `prohibited ${subject} with credentials: true; write https:, or set dangerouslyAllowInsecureOrigins`,
      )
    : value;
}

function readEntry(value: unknown, refuse: Refuse, rules: CredentialRules): unknown {
  return value instanceof RegExp
    ? readExpression(value, refuse, rules)
    : readPattern(value, refuse, rules);
}

/** A pattern, a RegExp, or a non-empty list of them, and always a list when it is read. */
export const readOrigins: Reader = list(readEntry, 1);

const readWildcardOrOrigins = list(readEntry, 1, true);

/** `"*"`, a function, or origins. */
export function readOrigin(value: unknown, refuse: Refuse, rules: CredentialRules): unknown {
  return typeof value === "function" ? value : readWildcardOrOrigins(value, refuse, rules);
}
