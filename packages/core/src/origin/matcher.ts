import { MAX_ORIGIN_LENGTH, parseOrigin } from "../fetch/origin.ts";
import type { OriginList } from "../options.ts";
import { anchor } from "./expression.ts";
import { createHostTree, type HostTree } from "./host-tree.ts";
import { parsePattern } from "./pattern.ts";

/** Whether a serialised origin is in a list; the cost does not depend on the length of the list. */
export type OriginMatcher = (origin: string) => boolean;

/**
 * Compiles a validated list: every text in it is a pattern.
 */
export function compileOrigins(list: OriginList): OriginMatcher {
  const exact = new Set<string>();
  const expressions: RegExp[] = [];
  let tree: HostTree | undefined;
  for (const entry of entriesOf(list)) {
    if (typeof entry !== "string") {
      expressions.push(anchor(entry));
      continue;
    }
    const pattern = parsePattern(entry);
    if (pattern?.subdomains || pattern?.anyPort) (tree ??= createHostTree()).insert(pattern);
    else exact.add(entry);
  }
  const [only] = exact;
  if (tree || expressions.length > 0) return matchAny(exact, tree, expressions);
  if (exact.size === 1) return (origin) => origin === only;
  // Without the bound, hashing would read the whole of a header that an attacker chose.
  return (origin) => origin.length <= MAX_ORIGIN_LENGTH && exact.has(origin);
}

/** A list of one may be written without brackets. */
export function entriesOf(list: OriginList): readonly (string | RegExp)[] {
  return Array.isArray(list) ? list : [list as string | RegExp];
}

function matchAny(
  exact: ReadonlySet<string>,
  tree: HostTree | undefined,
  expressions: readonly RegExp[],
): OriginMatcher {
  return (origin) => {
    if (origin.length > MAX_ORIGIN_LENGTH) return false;
    if (exact.has(origin)) return true;
    const parsed = parseOrigin(origin);
    if (!parsed) return false;
    return tree?.has(parsed) || expressions.some((expression) => expression.test(origin));
  };
}
