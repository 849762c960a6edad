/**
 * Reads the path of a request's URL, without decoding it. Bun shows a path alone if the client
 * sends no Host header, or one that makes no URL.
 *
 * @returns `undefined` for a URL without a path
 */
export function pathOf(url: string): string | undefined {
  const end = Math.min(indexOrEnd(url, "?"), indexOrEnd(url, "#"));
  const start = url.startsWith("/") ? 0 : url.indexOf("/", url.indexOf("://") + 3);
  return start < 0 || start > end ? undefined : url.slice(start, end);
}

function indexOrEnd(text: string, character: string): number {
  const index = text.indexOf(character);
  return index < 0 ? text.length : index;
}
