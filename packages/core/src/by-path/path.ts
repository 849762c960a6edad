import { pathOf } from "../fetch/path-of.ts";

/** The path of a request, by every reading that a router may have of it. */
export interface Readings {
  /** As it stands in the URL: Bun, itty-router, `URLPattern`. */
  readonly raw: string;
  /** With escapes decoded as other routers do, each spelled as a URL spells the outcome. */
  readonly decoded: readonly string[];
}

/**
 * Reads the path out of a request's URL.
 *
 * @param url absolute; a host that does not normalise it is taken into account
 * @returns `undefined` where routers disagree about the segments: an escaped `/`, `\` or `%`, a
 * broken escape, an empty segment, a dot segment
 */
export function readPath(url: string): Readings | undefined {
  const raw = pathOf(url);
  if (raw === undefined) return undefined;
  return isPlain(raw) ? { raw, decoded: [] } : readEscapes(raw);
}

const SLASH = 0x2f;
const DOT = 0x2e;

/** Whether nothing in a path has a second reading. */
function isPlain(path: string): boolean {
  for (let index = 0; index < path.length; index++) {
    const code = path.charCodeAt(index);
    if (code === SLASH) {
      const next = path.charCodeAt(index + 1);
      if (next === SLASH || next === DOT) return false;
    } else if (!isUnescaped(code)) return false;
  }
  return true;
}

/**
 * `pchar` without its escapes: unreserved characters, `sub-delims`, `:` and `@`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#appendix-A
 */
function isUnescaped(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || // a-z
    (code >= 0x26 && code <= 0x3b) || // & ' ( ) * + , - . / 0-9 : ;
    (code >= 0x40 && code <= 0x5a) || // @ A-Z
    code === 0x21 || // !
    code === 0x24 || // $
    code === 0x3d || // =
    code === 0x5f || // _
    code === 0x7e // ~
  );
}

/**
 * Decodes a path once, as routers do: Hono and h3 like `decodeURI`, Next all of it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
 */
export function readEscapes(raw: string): Readings | undefined {
  try {
    const path = decodeURIComponent(raw);
    if (path.includes("%") || path.includes("\\") || !hasSegmentsOf(raw, path)) return undefined;
    return { raw, decoded: [spell(decodeURI(raw)), spell(path)] };
  } catch {
    return undefined;
  }
}

/** Only the last segment may be empty: a slash at the end makes no difference. */
function hasSegmentsOf(raw: string, path: string): boolean {
  const segments = path.split("/");
  const isSegment = (segment: string, index: number): boolean =>
    segment === "" ? index === segments.length - 2 : segment !== "." && segment !== "..";
  return segments.length === raw.split("/").length && segments.slice(1).every(isSegment);
}

/** Spells a decoded path as this runtime's URL parser does; their editions differ. */
function spell(path: string): string {
  const url = new URL("http://host");
  // The parser would drop them.
  url.pathname = path.replaceAll("\t", "%09").replaceAll("\n", "%0A").replaceAll("\r", "%0D");
  return url.pathname;
}
