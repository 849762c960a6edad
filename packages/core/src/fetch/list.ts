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

/** Whether a list names something, byte for byte, or has the wildcard. */
export function isListed(name: string, list: string): boolean {
  return parseList(list).some((listed) => listed === "*" || listed === name);
}
