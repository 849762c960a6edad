/** Directives by their lower-case names; those without a value have an empty one. */
export type CacheControl = ReadonlyMap<string, string>;

const directive = /([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:=("[^"]*"|[^,\s]*))?/g;

/**
 * Reads `Cache-Control`. Of a directive that stands there twice, the first counts. A number in quotes
 * is none: no server may send it so, and no engine reads it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111#name-cache-control
 */
export function parseCacheControl(value: string | null): CacheControl {
  const directives = new Map<string, string>();
  for (const [, name = "", given = ""] of (value ?? "").matchAll(directive)) {
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, given);
  }
  return directives;
}
