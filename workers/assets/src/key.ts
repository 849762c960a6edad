/** R2's limit. */
const LONGEST_KEY = 1024;

/**
 * The key that a path names, decoded once, segment by segment. A path with an empty or a dot segment,
 * an encoded separator, a control character or a malformed escape names nothing; neither does a
 * directory.
 */
export function keyOf(pathname: string): string | undefined {
  const segments = pathname.slice(1).split("/").map(decodeSegment);
  if (!segments.every((segment) => segment !== undefined)) return undefined;
  const key = segments.join("/");
  return new TextEncoder().encode(key).length <= LONGEST_KEY ? key : undefined;
}

function decodeSegment(encoded: string): string | undefined {
  try {
    const segment = decodeURIComponent(encoded);
    return isName(segment) ? segment : undefined;
  } catch {
    return undefined;
  }
}

function isName(segment: string): boolean {
  return !["", ".", ".."].includes(segment) && !/[/\\\p{Cc}]/u.test(segment);
}
