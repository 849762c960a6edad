/** Strips HTTP whitespace (tab, LF, CR, space) from both ends, as header values are normalised. */
export function stripHttpWhitespace(value: string): string {
  return value.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
}
