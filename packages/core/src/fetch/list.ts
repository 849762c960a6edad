/**
 * The elements of a list in a header's value; empty ones are none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-recipient-requirements
 */
export function parseList(value: string): string[] {
  return value
    .split(",")
    .map((element) => element.trim())
    .filter(Boolean);
}
