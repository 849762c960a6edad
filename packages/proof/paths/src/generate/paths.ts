import type { Setting } from "../setting.ts";

/** A name that no rule and no route has. */
const STRANGER = "zz";
const DEPTH = 3;

/**
 * Every path of a setting's names, of up to three segments, spelled as a URL spells it. Behind the
 * longest stands one segment more, since a route for everything below may take these alone.
 */
export function plainPaths({ names, prefix }: Setting): readonly string[] {
  const segments = [...names, STRANGER].map((name) => encodeURI(name));
  let level = [prefix];
  const all = [prefix || "/"];
  for (let depth = 1; depth <= DEPTH; depth++) {
    level = level.flatMap((path) => segments.map((segment) => `${path}/${segment}`));
    all.push(...level, ...(depth < DEPTH ? level.map((path) => `${path}/`) : []));
  }
  return [...all, ...level.map((path) => `${path}/${STRANGER}`)];
}
