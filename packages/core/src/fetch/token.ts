/**
 * `token`, the grammar of methods and header names.
 *
 * ```abnf
 * token = 1*tchar
 * tchar = "!" / "#" / "$" / "%" / "&" / "'" / "*" / "+" / "-" / "." /
 *         "^" / "_" / "`" / "|" / "~" / DIGIT / ALPHA
 * ```
 *
 * A table and not a regular expression, because request data passes through it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens
 */
const TCHARS = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const isTchar = new Uint8Array(256);
for (const char of TCHARS) isTchar[char.charCodeAt(0)] = 1;

export function isToken(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!isTchar[text.charCodeAt(index)]) return false;
  }
  return text !== "";
}
