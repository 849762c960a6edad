import { isOrigin } from "../fetch/origin.ts";
import { anchor, WHOLE_ORIGIN } from "../origin/expression.ts";
import { sendsCredentialsInsecurely, type CredentialOptions } from "../origin/insecure.ts";
import { strangers } from "../origin/strangers.ts";
import { kindOf, quote } from "../quote.ts";
import { list } from "./list.ts";
import { EXAMPLES, mistakeIn } from "./mistakes.ts";
import type { Reader, Refuse } from "./reader.ts";

/** Kept is a copy of our own, without the `g` and `y` that make a test start where the last ended. */
function readExpression(value: RegExp, refuse: Refuse, options: CredentialOptions): unknown {
  // Copied first: the members of what was given may say anything.
  const { source, flags } = new RegExp(value);
  const copy = new RegExp(source, flags.replace(/[gy]/g, ""));
  if (copy.multiline) return refuse("prohibited", `${copy}; leave out the flag "m"`);
  if (!WHOLE_ORIGIN.test(copy.source)) {
    return refuse("invalid", `${copy}; write it from ^ to $, and "\\." for a dot`);
  }
  const stranger = options.credentials && strangerIn(copy, options);
  return stranger
    ? refuse(
        "incompatible",
        `${copy} with credentials: true, since strangers' ${quote(stranger)} fits; write your domain out`,
      )
    : Object.freeze(copy);
}

/** An origin of no one in the team that would be allowed. */
function strangerIn(expression: RegExp, options: CredentialOptions): string | undefined {
  const whole = anchor(expression);
  for (const origin of strangers(expression.source)) {
    if (whole.test(origin) && isOrigin(origin) && !sendsCredentialsInsecurely(origin, options)) {
      return origin;
    }
  }
  return undefined;
}

/**
 * Nearly all entries are of this kind, and there may be a million. While an engine has not compiled
 * `isOrigin` yet, an expression reads them in a third of its time.
 */
const ORDINARY = /^(?!.*xn--|.{327})https:\/\/(?:[a-z\d_-]{1,63}\.)+[a-z]{2,63}$/;

function readPattern(value: unknown, refuse: Refuse, options: CredentialOptions): unknown {
  if (typeof value === "string" && ORDINARY.test(value)) return value;
  const subject = quote(value);
  if (!value) return refuse("missing", `origin (an unset variable?); ${EXAMPLES}`);
  if (typeof value !== "string") return refuse("invalid", `${subject}; ${EXAMPLES}`);
  if (/^(null$|file:)/i.test(value)) {
    return refuse(
      "prohibited",
      `${subject}, any sandboxed page's; leave it to a function, without credentials`,
    );
  }
  const mistake = mistakeIn(value);
  if (mistake) return refuse("invalid", `${subject}, ${mistake}`);
  return sendsCredentialsInsecurely(value.replace(/\*\.|:\*/g, ""), options)
    ? refuse(
        "prohibited",
        `${subject} with credentials: true; write https:, or set dangerouslyAllowInsecureOrigins`,
      )
    : value;
}

function readEntry(value: unknown, refuse: Refuse, options: CredentialOptions): unknown {
  return typeof value !== "string" && kindOf(value) === "[object RegExp]"
    ? readExpression(value as RegExp, refuse, options)
    : readPattern(value, refuse, options);
}

/** A pattern, a RegExp, or a non-empty list of them, and always a list when it is read. */
export const readOrigins: Reader = list(readEntry, 1);

const readListedOrigin = list(readEntry, 1, "without-credentials");

/** `"*"`, a function, or origins. */
export const readOrigin: Reader = (value, ...rest) =>
  typeof value === "function" ? value : readListedOrigin(value, ...rest);
