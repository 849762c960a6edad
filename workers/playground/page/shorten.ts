/** The query holds the whole policy, which stands elsewhere on the page. */
export function shorten(text: string): string {
  return text.replaceAll(/\?(?:policy|headers|preflight)=[^\s"']*/gu, "?…");
}
