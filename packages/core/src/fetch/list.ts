import { isToken } from "./characters.ts";

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

/**
 * The field names in a list, in lower case, each once.
 *
 * Deviation: elements that are no field name are dropped. The list rule would fail the whole value.
 * Gateways that split and join lines leave such junk behind. Linear in its length.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-field-names
 */
export function parseNames(value: string): Set<string> {
  return new Set(
    parseList(value)
      // Checked before lower-casing, which outside ASCII can turn junk into a token.
      .filter(isToken)
      .map((name) => name.toLowerCase()),
  );
}
