import type { Answer, Line, Place, Rule, Step } from "@crossgate/browser/fixtures/scenario";
import type { Change } from "./mistakes.ts";
import {
  acac,
  acah,
  acam,
  acao,
  credentialChanges,
  listChanges,
  originChanges,
  statusChanges,
  withLines,
} from "./mistakes.ts";
import type { Random } from "./random.ts";
import { exposures, extraLines, maxAges } from "./response-lines.ts";

const corp = "Cross-Origin-Resource-Policy";
/** Values of `Cross-Origin-Resource-Policy`. */
export const resourcePolicies = [
  "same-origin",
  "same-site",
  "cross-origin",
  "Same-Origin",
  "bogus",
  "same-origin, same-origin",
  "",
] as const;
const acma = "Access-Control-Max-Age";
const expose = "Access-Control-Expose-Headers";

function openAnswer(step: Step, random: Random): Answer {
  const asked = (step.headers ?? []).map(([name]) => name);
  const names = [...asked, "Content-Type", "X-Test", "Accept"].join(
    random.pick([", ", ",", " , "]),
  );
  const methods = ["PUT", "DELETE", "PATCH", step.method ?? "GET", "OPTIONS", "CHICKEN"];
  return {
    status: 200,
    headers: [
      [acao, "{origin}"],
      [acac, "true"],
      [acam, methods.join(", ")],
      [acah, names],
    ],
  };
}

/** What an answer is made up for; `mistakes` is how much goes wrong, 1 being a lot. */
interface Situation {
  readonly random: Random;
  readonly step: Step;
  readonly mistakes: number;
}

function change(
  answer: Answer,
  kinds: readonly (readonly [number, readonly (readonly [number, Change])[]])[],
  { random, step, mistakes }: Situation,
): Answer {
  const count = random.weigh([
    [5, 0],
    [6 * mistakes, 1],
    [2 * mistakes, 2],
  ]);
  let changed = answer;
  for (let done = 0; done < count; done += 1) {
    changed = random.weigh(random.weigh(kinds))(changed, random, step);
  }
  return changed;
}

/** How the server answers a preflight: rightly, or with one or two of the usual mistakes. */
function randomPreflight(situation: Situation): Answer {
  const { step, random } = situation;
  const kinds = [
    [3, originChanges],
    [1.5, credentialChanges],
    [5, listChanges],
    [1.5, statusChanges],
  ] as const;
  const answer = change(openAnswer(step, random), kinds, situation);
  return random.chance(0.4) ? withLines(answer, [acma, random.pick(maxAges)]) : answer;
}

/** How the server answers the request itself. */
function randomActual(situation: Situation): Answer {
  const { random } = situation;
  const kinds = [
    [4, originChanges],
    [2, credentialChanges],
  ] as const;
  const open: Answer = {
    status: random.weigh([
      [0.5, 302],
      [20, 200],
      [1, 204],
      [1, 201],
      [2, 404],
      [2, 500],
      [1, 401],
    ]),
    headers: [
      [acao, "{origin}"],
      [acac, "true"],
    ],
  };
  const answer = change(open, kinds, situation);
  const exposed = random.chance(0.5) ? random.pick(exposures) : [];
  const policies: readonly Line[] = random.chance(0.1)
    ? [[corp, random.pick(resourcePolicies)]]
    : [];
  return withLines(
    answer,
    ...policies,
    ...random.some(extraLines, random.below(7)),
    ...exposed.map((value): Line => [expose, value]),
  );
}

/** A server's rule at one place. */
export function randomRule(at: Place, step: Step, mistakes: number, random: Random): Rule {
  const situation = { step, mistakes, random };
  return { at, preflight: randomPreflight(situation), actual: randomActual(situation) };
}
