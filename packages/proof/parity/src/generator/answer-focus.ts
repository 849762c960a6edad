import type { Answer, Line, Rule, Scenario, Step } from "@crossgate/browser/fixtures/scenario";
import { withLines, without } from "./mistakes.ts";
import { locationKinds, namedStatuses } from "./odd-locations.ts";
import type { Random } from "./random.ts";
import { policyHeaders } from "./request-members.ts";
import { resourcePolicies } from "./server-rule.ts";
import { pairsOf, repeatable } from "./several-lines.ts";

/** A scenario in the making: one step, one server that redirects to a second one. */
export interface Draft {
  readonly step: Step;
  readonly first: Rule;
  readonly second: Rule;
}

/** What a focus makes of it. */
export interface Focused extends Pick<Scenario, "embedderPolicy" | "rules"> {
  readonly step: Step;
}

/** Makes the server answer with one thing that chance alone would make rare. */
export type AnswerFocus = (draft: Draft, random: Random) => Focused;

const usual = [301, 302, 303, 307, 308] as const;

function redirected(
  { step, first, second }: Draft,
  status: number,
  ...lines: readonly Line[]
): Focused {
  return {
    step,
    rules: [{ ...first, actual: { ...withLines(first.actual, ...lines), status } }, second],
  };
}

/** A step that a server may answer without CORS, which no XMLHttpRequest can ask for. */
function withoutCors(asked: Step, random: Random): Step {
  const { body: _, cache, headers: __, upload: ___, ...step } = asked;
  const method = random.pick(["GET", "HEAD", "POST"]);
  const kept = cache === undefined || cache === "only-if-cached" ? {} : { cache };
  return { ...step, ...kept, method, mode: "no-cors" };
}

function resourcePolicy(policy: string): AnswerFocus {
  return ({ step, first }, random) => ({
    step: withoutCors(step, random),
    rules: [
      {
        ...first,
        actual: withLines(first.actual, ["Cross-Origin-Resource-Policy", policy]),
      },
    ],
  });
}

/** A step that the browser asks ahead for. */
function asking(step: Step, random: Random): Step {
  if (step.mode === "no-cors") return step;
  const headers: readonly Line[] = [...(step.headers ?? []), ["X-Test", "1"]];
  return { ...step, method: random.pick(["PUT", "PATCH", "DELETE"]), headers };
}

function severalLines(name: string): AnswerFocus {
  const pairs = pairsOf(name);
  const given = (answer: Answer, random: Random): Answer => {
    const lines = pairs[random.below(pairs.length)] ?? [];
    return withLines(without(name, answer), ...lines);
  };
  const ofPreflight = /Methods|Headers|Age/.test(name) && !name.includes("Expose");
  return ({ step, first }, random) => {
    const isAsked = ofPreflight || (!name.includes("Expose") && random.chance(0.5));
    return isAsked
      ? {
          step: asking(step, random),
          rules: [{ ...first, preflight: given(first.preflight, random) }],
        }
      : { step, rules: [{ ...first, actual: given(first.actual, random) }] };
  };
}

const rawLines: readonly [Line, ...Line[]] = [
  ["Access-Control-Allow-Origin", "{page}\u00e9"],
  ["Access-Control-Allow-Methods", "PUT, PATCH, DELETE, \u00e9"],
  ["Access-Control-Allow-Headers", "x-test,\u00e9"],
  ["Access-Control-Expose-Headers", "etag, \u00e9"],
];

const rawBytes: AnswerFocus = ({ step, first }, random) => {
  const line = random.pick(rawLines);
  const given = (answer: Answer): Answer => withLines(without(line[0], answer), line);
  const rule = { ...first, preflight: given(first.preflight), actual: given(first.actual) };
  return { step: random.chance(0.7) ? asking(step, random) : step, rules: [rule] };
};

const statuses: readonly ((random: Random) => number)[] = [
  ...namedStatuses.map((status) => () => status),
  (random) => 309 + random.below(91),
];

/** Each has its turn. */
export const answerFocuses: readonly AnswerFocus[] = [
  ...statuses.map(
    (choose): AnswerFocus =>
      (draft, random) =>
        redirected(draft, choose(random), ["Location", "{hop1}"]),
  ),
  ...statuses.map(
    (choose): AnswerFocus =>
      (draft, random) =>
        redirected(draft, choose(random)),
  ),
  ...Object.values(locationKinds).map(
    (values): AnswerFocus =>
      (draft, random) =>
        redirected(draft, random.pick(usual), ["Location", random.pick(values)]),
  ),
  ...policyHeaders.map(
    (policy): AnswerFocus =>
      (draft, random) =>
        redirected(draft, random.pick(usual), ["Location", "{hop1}"], ["Referrer-Policy", policy]),
  ),
  ...repeatable.map(severalLines),
  rawBytes,
  ...resourcePolicies.map(resourcePolicy),
  ...(["require-corp", "credentialless"] as const).map(
    (embedderPolicy): AnswerFocus =>
      ({ step, first }, random) => ({
        step: withoutCors(step, random),
        rules: [first],
        embedderPolicy,
      }),
  ),
];
