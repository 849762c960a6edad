/** `tchar` beyond letters and digits. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export const TOKEN = "!#$%&'*+-.^_`|~";

/**
 * Whether `text` is one or more ASCII letters, digits and characters of `others`. Request data
 * is read by character, in linear time, and never by a regular expression.
 */
export function isMadeOf(others: string, text: string): boolean {
  for (const character of text) {
    const isCommon =
      (character >= "a" && character <= "z") ||
      (character >= "A" && character <= "Z") ||
      (character >= "0" && character <= "9");
    if (!isCommon && !others.includes(character)) return false;
  }
  return !!text;
}
