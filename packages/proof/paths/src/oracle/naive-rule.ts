import type { Rule } from "../setting.ts";

/** The first rule, by a linear scan, that covers a path as it stands there; -1 for none. */
export function naiveRule(rules: readonly Rule[], path: string): number {
  return rules.findIndex((rule) => covers(rule.path, spell(path)));
}

function covers(rule: string, path: string): boolean {
  if (rule === "*") return true;
  const base = spell(rule.replace(/\/\*$/, ""));
  return (
    path === base || path === `${base}/` || (rule.endsWith("/*") && path.startsWith(`${base}/`))
  );
}

/** As a URL spells it; what is an escape already stays one. */
function spell(path: string): string {
  return encodeURI(path).replaceAll("%25", "%");
}

/**
 * The rule that every reading of a path has: as it stands there, and decoded once.
 *
 * @returns -1 where no rule has it, `undefined` where the readings differ or decoding changes the
 * segments
 */
export function ruleOfReadings(rules: readonly Rule[], path: string): number | undefined {
  const decoded = decodeOnce(path);
  if (decoded === undefined) return undefined;
  const rule = naiveRule(rules, path);
  return naiveRule(rules, decoded) === rule ? rule : undefined;
}

function decodeOnce(path: string): string | undefined {
  try {
    const segments = path.split("/").map(decodeURIComponent);
    const [first, ...others] = segments;
    const isOdd = others.some((segment, index) => {
      const isLast = index === others.length - 1;
      return /[/\\%]/.test(segment) || /^\.\.?$/.test(segment) || (segment === "" && !isLast);
    });
    return isOdd || first !== "" ? undefined : segments.join("/");
  } catch {
    return undefined;
  }
}
