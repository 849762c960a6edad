const DOT = 0x2e;

/**
 * Compiles patterns that validation has let through, without the port that they may end with as `:*`.
 * A match says nothing of whether the text is well-formed.
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
    if (hosts.size > 0 && hosts.has(origin)) return true;
    for (const length of lengths) {
      const start = origin.length - length;
      if (start <= 0 || origin.charCodeAt(start) !== DOT) continue;
      const before = schemes.get(origin.slice(start));
      if (before?.has(origin.slice(0, origin.indexOf(":") + 3))) return true;
    }
    return false;
  };
}
