import { referrerPolicies } from "@crossgate/browser/fixtures/tables/wire/referrers";
import type {
  Answer,
  Line,
  Place,
  Rule,
  Scenario,
  Step,
} from "@crossgate/browser/fixtures/scenario";
import { eventIds, goodTypes, typeLines } from "@crossgate/browser/fixtures/tables/contexts";
import type { ContextKind } from "./context-kinds.ts";
import { contextKinds } from "./context-kinds.ts";
import { withLines } from "./mistakes.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";
import { pageMembers, policyHeaders } from "./request-members.ts";
import { randomRule } from "./server-rule.ts";

const types = [
  "text/plain",
  "text/html",
  "text/css",
  "text/javascript",
  "image/png",
  "bogus",
] as const;
const integrities = ["{good}", "sha256-AAAA", "bogus-AAAA", "{good} sha384-AAAA"] as const;
/** More than any time-out. */
const slow = 4000;

/** Requests that no script makes by itself, without end; the same for the same seed. */
export function* generateContexts(seed: number): Generator<Scenario, never> {
  for (let index = 0; ; index += 1) {
    const random = createRandom(Math.imul(seed, 1_000_003) + index);
    const kind = contextKinds[index % contextKinds.length] ?? contextKinds[0];
    yield contextScenario(`contexts seed ${seed} case ${index}`, kind, random);
  }
}

function contextScenario(name: string, kind: ContextKind, random: Random): Scenario {
  const step = contextStep(kind.step, random);
  const count =
    step.via === "websocket"
      ? 1
      : random.weigh([
          [65, 1],
          [25, 2],
          [10, 3],
        ]);
  const places = Array.from({ length: count }, () =>
    random.pick<Place>(["page", "port", "host", "other"]),
  );
  const rules = places.map((place, hop) =>
    contextRule(place, step, hop < count - 1 ? hop + 1 : undefined, random),
  );
  return { name, ...pageMembers(random), steps: [step], rules };
}

/** What the attributes of an element and the members of a request add to their kind. */
function contextStep(step: Step, random: Random): Step {
  const { via } = step;
  const isScript = via === "script" || via === "module" || via === "style";
  const isElement = isScript || via === "image";
  const isAsked = via === "xhr" || via === undefined;
  return {
    ...step,
    ...(isScript && random.chance(0.15) ? { integrity: random.pick(integrities) } : {}),
    ...(isElement && random.chance(0.15) ? { referrerPolicy: random.pick(referrerPolicies) } : {}),
    ...(isAsked && random.chance(0.5) ? { credentials: "include" as const } : {}),
    ...(isAsked && random.chance(0.3) ? { headers: [["X-Test", "1"]] as const } : {}),
    ...(via === "xhr" && random.chance(0.3) ? { method: "PUT" } : {}),
  };
}

function contextRule(at: Place, step: Step, next: number | undefined, random: Random): Rule {
  const rule = randomRule(at, step, next === undefined ? 0.8 : 0.2, random);
  const actual = withoutMisleading(rule.actual);
  if (next === undefined) return lastRule({ ...rule, actual }, step, random);
  const lines: Line[] = [["Location", `{hop${next}}`]];
  if (random.chance(0.15)) lines.push(["Referrer-Policy", random.pick(policyHeaders)]);
  return {
    ...rule,
    actual: withLines({ ...actual, status: random.pick([301, 302, 303, 307, 308]) }, ...lines),
  };
}

/** Lines that have a meaning of their own to some element. */
function withoutMisleading({ status, headers }: Answer): Answer {
  const misleading = /^(?:link|content-disposition|set-cookie2?)$/i;
  return { status, headers: headers.filter(([key]) => !misleading.test(key)) };
}

function lastRule(rule: Rule, step: Step, random: Random): Rule {
  const actual = finalAnswer(rule.actual, step, random);
  if (step.timeout === undefined || random.chance(0.3)) return { ...rule, actual };
  return random.chance(0.7)
    ? { ...rule, actual: { ...actual, delay: slow } }
    : { ...rule, actual, preflight: { ...rule.preflight, delay: slow } };
}

function severalTypes(via: keyof typeof goodTypes, random: Random): readonly Line[] {
  return random
    .pick(typeLines)
    .map((type): Line => ["Content-Type", type.replace("{good}", goodTypes[via])]);
}

function finalAnswer(answer: Answer, { via }: Step, random: Random): Answer {
  const status = random.weigh([
    [12, 200],
    [1, 404],
    [1, 500],
  ]);
  const lines: Line[] = [];
  const checksTypes =
    via === "script" || via === "module" || via === "style" || via === "eventsource";
  if (checksTypes && random.chance(0.2)) lines.push(["Content-Type", random.pick(types)]);
  if (checksTypes && random.chance(0.2)) lines.push(...severalTypes(via, random));
  if (via === "eventsource" && random.chance(0.5)) {
    lines.push(["X-Event-Id", random.pick(eventIds)]);
  }
  if (checksTypes && random.chance(0.1)) lines.push(["X-Content-Type-Options", "nosniff"]);
  return withLines({ ...answer, status }, ...lines);
}
