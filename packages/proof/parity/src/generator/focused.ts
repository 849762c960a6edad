import type { Scenario, Step } from "@crossgate/browser/fixtures/scenario";
import { answerFocuses } from "./answer-focus.ts";
import { askedFocuses } from "./asked-focus.ts";
import { opaquePage } from "./opaque-page.ts";
import { randomStep } from "./page-step.ts";
import type { Random } from "./random.ts";
import { pageMembers } from "./request-members.ts";
import { randomRule } from "./server-rule.ts";
import { firstPlace, laterPlace } from "./places.ts";

/**
 * A scenario around one thing that a page asks for and one that a server answers. They have their
 * turns, so that a run of some length has each of them often enough.
 */
export function focusedScenario(name: string, turn: number, random: Random): Scenario {
  const rounds = Math.floor(turn / answerFocuses.length);
  const ask = askedFocuses[(turn + rounds) % askedFocuses.length];
  const answer = answerFocuses[turn % answerFocuses.length];
  if (!ask || !answer) throw new RangeError("There is nothing to focus on.");
  const asked = ask(plainStep(random), random);
  const isHome = asked.mode === "same-origin" && random.chance(0.75);
  const first = randomRule(isHome ? "page" : firstPlace(random), asked, 0.2, random);
  const second = randomRule(laterPlace(random), asked, 0.4, random);
  const { step, ...rest } = answer({ step: asked, first, second }, random);
  const steps = random.chance(0.2) ? [step, step] : [step];
  const page = { ...opaquePage(steps, rest.rules, random), ...pageMembers(random) };
  return { name, ...page, ...rest, steps };
}

/** What pages mostly do, in the usual modes. */
function plainStep(random: Random): Step {
  const { method = "GET", headers, body, credentials = "same-origin" } = randomStep(random);
  return {
    method,
    credentials,
    ...(headers === undefined ? {} : { headers }),
    ...(body === undefined || body === "stream" ? {} : { body }),
  };
}
