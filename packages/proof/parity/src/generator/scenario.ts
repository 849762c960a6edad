import type {
  Answer,
  Line,
  Place,
  Rule,
  Scenario,
  Step,
} from "@crossgate/browser/fixtures/scenario";
import { rawLocations, redirectStatuses } from "./odd-locations.ts";
import { localUrls, pageMembers, policyHeaders } from "./request-members.ts";
import { randomStep } from "./page-step.ts";
import { plantedScenario } from "./planted.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { randomRule } from "./server-rule.ts";

const firstPlaces: readonly (readonly [number, Place])[] = [
  [50, "port"],
  [18, "host"],
  [14, "other"],
  [14, "page"],
];
const laterPlaces: readonly (readonly [number, Place])[] = [
  [35, "port"],
  [22, "host"],
  [15, "other"],
  [28, "page"],
];
// No `blob:`, though it fails like every other scheme. Firefox never ends an XMLHttpRequest that is
// redirected there, and a request without an end has no outcome to compare.
const oddLocations = [
  "http://user:pass@{url0}",
  "http://user@{url0}",
  "http://:pass@{url0}",
  "http://user:pass@{url0}",
  "http://[",
  "http://[",
  "http://user:pass@{url1}",
  "{hop0}",
  "{hop0}",
  "http://user:pass@{url1}",
  "http://user@{url1}",
  "http://:pass@{url1}",
  "http://@{url1}",
  "http://:@{url1}",
  "data:text/plain,a",
  "ftp://127.0.0.1/",
  "file:///etc/hosts",
  "about:blank",
  "mailto:a@b.test",
  "javascript:1",
  "ws://127.0.0.1/",
  "",
  "http://[",
  "{hop0}",
  "1",
  "{hop1}#part",
] as const;

/** As many as it takes to see every code at every place it can come from. */
const plantedShare = 0.5;

/** Scenarios without end, the same for the same seed. */
export function* generateScenarios(seed: number): Generator<Scenario, never> {
  for (let index = 0; ; index += 1) {
    // A stream per scenario, so that one can be made again without those before it.
    const random = createRandom(Math.imul(seed, 1_000_003) + index);
    yield randomScenario(`seed ${seed} case ${index}`, random);
  }
}

function randomScenario(name: string, random: Random): Scenario {
  if (random.chance(plantedShare)) return plantedScenario(name, random);
  if (random.chance(0.04)) return localScenario(name, random);
  const step = randomStep(random);
  const rules = randomRules(step, random);
  const steps = random.chance(0.36) ? sequence(step, rules, random) : [step];
  const isOpaque = random.chance(0.07) && !steps.some(usesStorageAccess) && !asksSameSite(rules);
  return { name, ...(isOpaque ? { page: "null" } : {}), ...pageMembers(random), steps, rules };
}

/**
 * Whether a frame would say who it is for another reason than CORS. By the Storage Access headers a
 * credentialed request carries `Origin` when the frame's top-level page shares the site of the URL.
 * The model knows no top-level pages.
 */
function usesStorageAccess({ mode, credentials }: Step): boolean {
  return mode === "no-cors" && credentials === "include";
}

/** A request that no server sees. */
function localScenario(name: string, random: Random): Scenario {
  const { scheme: _, hop: __, upload: ___, ...asked } = randomStep(random);
  const plain: Step = random.chance(0.7) ? { method: "GET" } : asked;
  const step: Step = { ...plain, local: random.pick(localUrls) };
  return {
    name,
    ...pageMembers(random),
    steps: [step],
    rules: [randomRule("port", step, 0, random)],
  };
}

/**
 * Chromium takes an opaque origin and a host of one label for one site. On the web no host is of one
 * label.
 */
function asksSameSite(rules: readonly Rule[]): boolean {
  return rules.some(({ actual }) => actual.headers.some(([, value]) => value === "same-site"));
}

function randomRules(step: Step, random: Random): readonly Rule[] {
  const count = random.weigh([
    [55, 1],
    [33, 2],
    [12, 3],
  ]);
  const rules = Array.from({ length: count }, (_, index) => {
    const isHome = index === 0 && step.mode === "same-origin" && random.chance(0.75);
    const place = isHome ? "page" : random.weigh(index === 0 ? firstPlaces : laterPlaces);
    const rule = randomRule(place, step, index < count - 1 ? 0.35 : 1, random);
    return index > 0 && random.chance(0.12) ? namingPage(rule) : rule;
  });
  return rules.map((rule, index) => {
    const isLast = index === rules.length - 1;
    return isLast ? rule : redirecting(rule, index + 1, random);
  });
}

/** A server that knows the page by its name alone, which redirects may have taken from it. */
function namingPage(rule: Rule): Rule {
  return { ...rule, preflight: named(rule.preflight), actual: named(rule.actual) };
}

function named({ status, headers }: Answer): Answer {
  const lines = headers.map(([name, value]): Line => [
    name,
    value === "{origin}" ? "{page}" : value,
  ]);
  return { status, headers: lines };
}

function redirecting(rule: Rule, next: number, random: Random): Rule {
  const status = random.pick(random.chance(0.15) ? redirectStatuses : [301, 302, 303, 307, 308]);
  const isOdd = next === 1 && random.chance(0.4);
  const odd = random.chance(0.4) ? rawLocations : oddLocations;
  const location = isOdd ? random.pick(odd) : `{hop${next}}`;
  const { headers } = rule.actual;
  const lines: Line[] = random.chance(0.03) ? [] : [["Location", location]];
  if (random.chance(0.02)) lines.push(["Location", `{hop${next}}`]);
  if (random.chance(0.12)) lines.push(["Referrer-Policy", random.pick(policyHeaders)]);
  return { ...rule, actual: { status, headers: [...headers, ...lines] } };
}

/** The same again, or nearly: what the preflight cache is about. */
function sequence(step: Step, rules: readonly Rule[], random: Random): readonly Step[] {
  const steps: Step[] = [step];
  const count = 1 + random.below(2);
  while (steps.length <= count) steps.push(vary(step, rules, random));
  return steps;
}

function vary(step: Step, rules: readonly Rule[], random: Random): Step {
  const kind = random.weigh([
    [5, "same"],
    [3, "credentials"],
    [2, "method"],
    [2, "hop"],
    [2, "headers"],
    [0.4, "later"],
  ]);
  switch (kind) {
    case "credentials":
      return { ...step, credentials: step.credentials === "include" ? "same-origin" : "include" };
    case "method":
      return step.body === undefined && step.mode !== "no-cors"
        ? { ...step, method: random.pick(["GET", "PUT", "DELETE", "HEAD"]) }
        : step;
    case "hop":
      return { ...step, hop: random.below(rules.length) };
    case "headers":
      return { ...step, headers: [["X-Test", "2"]] };
    case "later":
      return { ...step, after: 6 };
    default:
      return step;
  }
}
