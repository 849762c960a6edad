/**
 * The path of an absolute URL, as it stands there.
 *
 * @returns `undefined` for a URL without one, which no `Request` of a browser has
 */
export function pathOf(url: string): string | undefined {
  const end = Math.min(indexOrEnd(url, "?"), indexOrEnd(url, "#"));
  const start = url.indexOf("/", url.indexOf("://") + 3);
  return start < 0 || start > end ? undefined : url.slice(start, end);
}

function indexOrEnd(text: string, character: string): number {
  const index = text.indexOf(character);
  return index < 0 ? text.length : index;
}
