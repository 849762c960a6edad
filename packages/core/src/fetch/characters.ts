/** `tchar` beyond letters and digits. */
const MARKS = "!#$%&'*+-.^_`|~";

/**
 * Whether a text is a token: one or more ASCII letters, digits and marks. Request data is read by
 * character, in linear time, and never by a regular expression.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens
 */
export function isToken(text: string): boolean {
  for (const character of text) {
    const isCommon =
      (character >= "a" && character <= "z") ||
      (character >= "A" && character <= "Z") ||
      (character >= "0" && character <= "9");
    if (!isCommon && !MARKS.includes(character)) return false;
  }
  return !!text;
}
