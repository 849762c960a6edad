import { readEscapes } from "./path.ts";

/** The paths of one rule. */
export interface PathPattern {
  /** As a URL spells it, without a slash at its end. */
  readonly base: string;
  /** Whether everything below `base` belongs to it. */
  readonly isTree: boolean;
}

/** @returns `undefined` for a text that is neither `*`, nor `/path`, nor `/path/*` */
export function parsePathPattern(text: unknown): PathPattern | undefined {
  if (text === "*") return { base: "", isTree: true };
  if (typeof text !== "string" || !text.startsWith("/")) return undefined;
  const isTree = text.endsWith("/*");
  const base = spelled((isTree ? text.slice(0, -1) : text).replace(/\/$/, ""));
  return base === undefined ? undefined : { base, isTree };
}

/** @returns `undefined` for what the URL parser would write in another way, or not as a path */
function spelled(written: string): string | undefined {
  if (written === "") return "";
  const path = readEscapes(written)?.decoded.at(-1);
  const parsed = readEscapes(new URL(`http://host${written}`).pathname)?.decoded.at(-1);
  return path !== parsed || path?.includes("*") || path?.endsWith("/") ? undefined : path;
}
