import { isOrigin, isPlainLabel } from "../fetch/origin.ts";

const DOT = 0x2e;

/**
 * Compiles patterns that validation has let through, without the port that they may end with as `:*`,
 * into a look-up of well-formed origins.
 *
 * Looked up is what follows a dot: whole labels, so that `evilexample.com` can't meet
 * `*.example.com`. The cost does not depend on the number of patterns.
 */
export function compilePatterns(patterns: readonly string[]): (origin: string) => boolean {
  /** `https://example.com`, of which only the port is open. */
  const hosts = new Set<string>();
  /** What follows a `*`, with what precedes it: `.example.com` → `https://`. */
  const schemes = new Map<string, Set<string>>();
  for (const pattern of patterns) {
    const [scheme, suffix] = pattern.split("*") as [string, string?];
    if (suffix === undefined) hosts.add(pattern);
    else schemes.set(suffix, (schemes.get(suffix) ?? new Set()).add(scheme));
  }
  // There are no more than a host can have characters, and a stranger has rarely a dot there.
  const lengths = [...new Set([...schemes.keys()].map(({ length }) => length))];
  return (origin) => {
    // Looked up before it is validated, because few texts fit a pattern.
    if (hosts.size > 0 && hosts.has(origin)) return isOrigin(origin);
    // By index: on Bun `for … of` costs more than the whole look-up of an exact origin.
    for (let index = 0; index < lengths.length; index += 1) {
      const dot = origin.length - lengths[index]!;
      if (dot <= 0 || origin.charCodeAt(dot) !== DOT) continue;
      const before = schemes.get(origin.slice(dot));
      const start = origin.indexOf(":") + 3;
      if (before?.has(origin.slice(0, start))) {
        return isPlainLabel(origin, start, dot) || isOrigin(origin);
      }
    }
    return false;
  };
}
