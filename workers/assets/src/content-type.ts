import { lookup } from "mrmime";

const UNKNOWN = "application/octet-stream";

/**
 * The type that something was stored with, or else the one of its extension. Browsers are told not to
 * guess, and then take neither a module nor a style sheet without its type.
 */
export function contentTypeOf(key: string, stored: string | null): string {
  if (stored !== null && stored !== UNKNOWN) return stored;
  const type = lookup(key) ?? UNKNOWN;
  return type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}
