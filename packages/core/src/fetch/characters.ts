/** `tchar` beyond lower-case letters and digits. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export const TOKEN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'*+-.^_`|~";
/** What a label of a host that DNS can name has beyond them. */
export const LABEL = "-_";

/**
 * Whether `text` is one or more lower-case letters, digits and characters of `others`. Request data
 * is read by character, in linear time, and never by a regular expression.
 */
export function isMadeOf(others: string, text: string): boolean {
  for (const character of text) {
    const common = character >= "a" ? character <= "z" : character >= "0" && character <= "9";
    if (!common && !others.includes(character)) return false;
  }
  return text !== "";
}
