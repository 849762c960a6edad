import type { Route, RouteSegment, Rule, Setting } from "../setting.ts";
import type { Random } from "./random.ts";

/** Names that no router gives a meaning to; most have a second spelling. */
const NAMES = [
  "admin",
  "Admin",
  "public",
  "a",
  "ab",
  "x-y",
  "v1.0",
  "~me",
  "a,b",
  "k=v",
  "a&b",
  "a;b",
  "@team",
  "@",
  "a@b.c",
  "+1",
  "O'Neil",
  "café",
  "a b",
];

export interface SettingLimits {
  /** The names that a route of this router can be written with; without it, all. */
  readonly isName?: (name: string) => boolean;
}

/** Generates a policy by path and an application. */
export function generateSetting(random: Random, limits: SettingLimits = {}): Setting {
  const known = NAMES.filter((name) => limits.isName?.(name) !== false);
  const names = random.pickSome(known, 3);
  const rules = generateRules(random, names);
  return { prefix: "", names, rules, routes: generateRoutes(random, names, rules) };
}

/** Moves everything of a setting below one segment; a rule for every path stays one. */
export function moveBelow(segment: string, { names, rules, routes }: Setting): Setting {
  const prefix = `/${segment}`;
  return {
    prefix,
    names,
    rules: rules.map((rule) => (rule.path === "*" ? rule : { ...rule, path: prefix + rule.path })),
    routes: routes.map((route) => ({
      ...route,
      segments: [{ name: segment }, ...route.segments],
    })),
  };
}

function generateRules(random: Random, names: readonly string[]): readonly Rule[] {
  const rules: Rule[] = [];
  const attempts = 1 + random.below(5);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const depth = random.oneIn(3) ? 2 : 1;
    const base = Array.from({ length: depth }, () => `/${random.pick(names)}`).join("");
    const rule = generateRule(random, base + (random.oneIn(4) ? "" : "/*"));
    // A rule that an earlier one covers is refused.
    if (!rules.some(({ path }) => hides(path, rule.path))) rules.push(rule);
  }
  if (random.below(4) > 0) rules.push(generateRule(random, "*"));
  return rules;
}

function hides(earlier: string, path: string): boolean {
  const base = path.replace(/\/\*$/, "");
  const other = earlier.replace(/\/\*$/, "");
  return earlier.endsWith("/*")
    ? `${base}/`.startsWith(`${other}/`)
    : other === path || other === base;
}

function generateRule(random: Random, path: string): Rule {
  return {
    path,
    allows: random.pick(["list", "list", "anyone", "page"]),
    refuseDenied: random.oneIn(3),
    form: random.pick(["options", "options", "gate", "nested"]),
  };
}

function generateRoutes(
  random: Random,
  names: readonly string[],
  rules: readonly Rule[],
): readonly Route[] {
  const routes = rules.flatMap(({ path }) => (random.oneIn(6) ? [] : [routeOfRule(path)]));
  const count = 1 + random.below(4);
  for (let index = 0; index < count; index++) {
    const hasRest = random.oneIn(3);
    // Not deeper than the paths that are tried plainly.
    const segments = Array.from({ length: 1 + random.below(hasRest ? 2 : 3) }, (_, at) =>
      generateSegment(random, names, at),
    );
    routes.push({ segments, hasRest });
  }
  const ordered = random.oneIn(2) ? routes : [...random.pickSome(routes, routes.length)];
  if (random.below(5) > 0) ordered.push({ segments: [], hasRest: true });
  return withoutDoubles(ordered);
}

/** The handler whose author thinks of the rule. */
function routeOfRule(path: string): Route {
  const names = path
    .replace(/\/?\*$/, "")
    .split("/")
    .slice(1);
  return { segments: names.map((name) => ({ name })), hasRest: path.endsWith("*") };
}

function generateSegment(random: Random, names: readonly string[], at: number): RouteSegment {
  return random.oneIn(2) ? { parameter: `p${at}` } : { name: random.pick(names) };
}

/** Two routes of one shape are one to some routers, and an error to others. */
function withoutDoubles(routes: readonly Route[]): readonly Route[] {
  const byShape = new Map(routes.map((route) => [JSON.stringify(route), route]));
  return [...byShape.values()];
}
