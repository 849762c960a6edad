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
  /** What precedes a `*`, with what may follow it: `https://` → `.example.com`. */
  const suffixes = new Map<string, Set<string>>();
  const lengthsOfSuffixes = new Set<number>();
  for (const pattern of patterns) {
    const [scheme = "", suffix] = pattern.split("*");
    if (suffix === undefined) hosts.add(pattern);
    else {
      suffixes.set(scheme, (suffixes.get(scheme) ?? new Set()).add(suffix));
      lengthsOfSuffixes.add(suffix.length);
    }
  }
  // There are no more than a host can have characters, and a stranger has rarely a dot there.
  const lengths = [...lengthsOfSuffixes];
  return (origin) => {
    // Looked up before it is validated, because few texts fit a pattern.
    if (hosts.size > 0 && hosts.has(origin)) return isOrigin(origin);
    // By index: on Bun `for … of` costs more than the whole look-up of an exact origin.
    for (let index = 0; index < lengths.length; index += 1) {
      const dot = origin.length - lengths[index]!;
      if (dot <= 0 || origin.charCodeAt(dot) !== DOT) continue;
      const start = origin.indexOf(":") + 3;
      if (suffixes.get(origin.slice(0, start))?.has(origin.slice(dot))) {
        return isPlainLabel(origin, start, dot) || isOrigin(origin);
      }
    }
    return false;
  };
}
