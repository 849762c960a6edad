/**
 * The one spelling of a path that rules are compared with: every escape decoded, once.
 *
 * @param pathname as the URL parser writes it, so without dot segments
 * @returns `undefined` where routers disagree about what the path is: an escaped `/`, `\` or `%`, a
 * broken escape, an empty segment
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
 */
export function canonicalPath(pathname: string): string | undefined {
  const path = decode(pathname);
  if (path === undefined || path.includes("%") || path.includes("\\") || path.includes("//")) {
    return undefined;
  }
  return path.split("/").length === pathname.split("/").length ? path : undefined;
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** The paths of one rule. */
export interface PathPattern {
  /** Without a slash at its end. */
  readonly base: string;
  /** Whether everything below `base` belongs to it. */
  readonly isTree: boolean;
}

/** @returns `undefined` for a text that is neither `*`, nor `/path`, nor `/path/*` */
export function parsePathPattern(text: unknown): PathPattern | undefined {
  if (text === "*") return { base: "", isTree: true };
  if (typeof text !== "string" || !text.startsWith("/")) return undefined;
  const isTree = text.endsWith("/*");
  const written = (isTree ? text.slice(0, -2) : text).replace(/\/$/, "");
  const base = canonicalPath(written);
  // What the URL parser would write in another way (dot segments), or not as a path, never comes.
  const isPathname = canonicalPath(new URL(`http://host${written}`).pathname) === (base || "/");
  return base === undefined || base.includes("*") || !isPathname ? undefined : { base, isTree };
}

/** A slash at the end makes no difference, because routers treat it as none or redirect it away. */
export function covers({ base, isTree }: PathPattern, path: string): boolean {
  return path.startsWith(base) && (path.length === base.length || isBelow(path, base, isTree));
}

function isBelow(path: string, base: string, isTree: boolean): boolean {
  return path[base.length] === "/" && (isTree || path.length === base.length + 1);
}
