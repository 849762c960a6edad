import type {
  Answer,
  Line,
  Place,
  Rule,
  Scenario,
  Step,
  Via,
} from "@crossgate/browser/fixtures/scenario";
import { withLines } from "./mistakes.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";
import { policyHeaders } from "./request-members.ts";
import { randomRule } from "./server-rule.ts";

const kinds: readonly (readonly [number, Via])[] = [
  [20, "image"],
  [15, "font"],
  [12, "script"],
  [12, "module"],
  [14, "style"],
  [8, "audio"],
  [8, "video"],
  [8, "track"],
  [12, "eventsource"],
  [12, "beacon"],
  [8, "websocket"],
];
const bodies = ["text", "json", "form", "blob", "multipart"] as const;
const types = [
  "text/plain",
  "text/html",
  "text/css",
  "text/javascript",
  "image/png",
  "bogus",
] as const;

/** Requests that no script makes by itself, without end; the same for the same seed. */
export function* generateContexts(seed: number): Generator<Scenario, never> {
  for (let index = 0; ; index += 1) {
    const random = createRandom(Math.imul(seed, 1_000_003) + index);
    yield contextScenario(`contexts seed ${seed} case ${index}`, random);
  }
}

function contextScenario(name: string, random: Random): Scenario {
  const via = random.weigh(kinds);
  const step = contextStep(via, random);
  const count =
    via === "websocket"
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
  return { name, steps: [step], rules };
}

function contextStep(via: Via, random: Random): Step {
  if (via === "eventsource") return { via, credentials: random.pick(["same-origin", "include"]) };
  if (via === "beacon")
    return { via, method: "POST", body: random.pick(bodies), credentials: "include" };
  if (via === "font" || via === "websocket") return { via };
  const crossorigin = random.weigh([
    [4, undefined],
    [4, "anonymous" as const],
    [3, "use-credentials" as const],
  ]);
  return crossorigin === undefined
    ? { via }
    : { via, crossorigin, credentials: crossorigin === "anonymous" ? "same-origin" : "include" };
}

function contextRule(at: Place, step: Step, next: number | undefined, random: Random): Rule {
  const rule = randomRule(at, step, next === undefined ? 0.8 : 0.2, random);
  const actual = withoutMisleading(rule.actual);
  if (next === undefined) return { ...rule, actual: finalAnswer(actual, step, random) };
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
  if (checksTypes && random.chance(0.1)) lines.push(["X-Content-Type-Options", "nosniff"]);
  return withLines({ ...answer, status }, ...lines);
}
