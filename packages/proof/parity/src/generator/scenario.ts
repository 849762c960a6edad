import type { Answer, Line, Rule, Scenario, Step } from "@crossgate/browser/fixtures/scenario";
import { focusedScenario } from "./focused.ts";
import { localKinds } from "./local-urls.ts";
import { opaquePage } from "./opaque-page.ts";
import { oddLocations } from "./odd-locations.ts";
import { randomStep } from "./page-step.ts";
import { firstPlace, laterPlace } from "./places.ts";
import { plantedScenario } from "./planted.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { pageMembers, policyHeaders } from "./request-members.ts";
import { randomRule } from "./server-rule.ts";

/** Scenarios without end, the same for the same seed. */
export function* generateScenarios(seed: number): Generator<Scenario, never> {
  for (let index = 0; ; index += 1) {
    // A stream per scenario, so that one can be made again without those before it.
    const random = createRandom(Math.imul(seed, 1_000_003) + index);
    yield scenarioOf(`seed ${seed} case ${index}`, index, random);
  }
}

/** Of twenty cases, so that a run has every code and every feature often enough. */
const shares = { local: 1, planted: 7, focused: 10 } as const;

function scenarioOf(name: string, index: number, random: Random): Scenario {
  const round = Math.floor(index / 20);
  const place = index % 20;
  if (place < shares.local) return localScenario(name, round, random);
  if (place < shares.local + shares.planted) return plantedScenario(name, random);
  const turn = place - shares.local - shares.planted;
  return turn < shares.focused
    ? focusedScenario(name, round * shares.focused + turn, random)
    : randomScenario(name, random);
}

function randomScenario(name: string, random: Random): Scenario {
  const step = randomStep(random);
  const rules = randomRules(step, random);
  const steps = random.chance(0.36) ? sequence(step, rules, random) : [step];
  return { name, ...opaquePage(steps, rules, random), ...pageMembers(random), steps, rules };
}

/** A request that no server sees. */
function localScenario(name: string, turn: number, random: Random): Scenario {
  const { scheme: _, hop: __, upload: ___, ...asked } = randomStep(random);
  const plain: Step = random.chance(0.7) ? { method: "GET" } : asked;
  const kinds = Object.values(localKinds);
  const [first, ...others] = kinds[turn % kinds.length] ?? ["data:,"];
  const step: Step = { ...plain, local: random.pick([first, ...others]) };
  return {
    name,
    ...pageMembers(random),
    steps: [step],
    rules: [randomRule("port", step, 0, random)],
  };
}

function randomRules(step: Step, random: Random): readonly Rule[] {
  const count = random.weigh([
    [55, 1],
    [33, 2],
    [12, 3],
  ]);
  const rules = Array.from({ length: count }, (_, index) => {
    const isHome = index === 0 && step.mode === "same-origin" && random.chance(0.75);
    const place = isHome ? "page" : (index === 0 ? firstPlace : laterPlace)(random);
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
  const status = random.chance(0.15)
    ? 300 + random.below(100)
    : random.pick([301, 302, 303, 307, 308]);
  const isOdd = next === 1 && random.chance(0.3);
  const location = isOdd ? random.pick(oddLocations) : `{hop${next}}`;
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
