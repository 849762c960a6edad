import { isDeepStrictEqual } from "node:util";
import type { FuzzCase, Outcome } from "./case.ts";
import { generateAnswer, generatePolicy, generateRequest } from "./generate.ts";
import { expected } from "./oracle.ts";
import { createRandom } from "./random.ts";
import { type CreateGate, createSubject, observe, realGate } from "./run.ts";

/** Requests that one policy gets. */
const PER_POLICY = 40;

export interface Wrong {
  readonly given: FuzzCase;
  readonly expected: Outcome;
  readonly got: Outcome;
}

export interface FuzzReport {
  readonly cases: number;
  readonly policies: number;
  /** How many cases came out in each way, so that a run that tries nothing is seen. */
  readonly reasons: ReadonlyMap<string, number>;
  readonly wrong: readonly Wrong[];
}

/** Runs so many cases, and stops at the tenth that comes out wrong. */
export async function fuzz(
  seed: number,
  cases: number,
  createGate: CreateGate = realGate,
): Promise<FuzzReport> {
  const random = createRandom(seed);
  const wrong: Wrong[] = [];
  const reasons = new Map<string, number>();
  let done = 0;
  let policies = 0;
  while (done < cases && wrong.length < 10) {
    const policy = generatePolicy(random);
    const subject = createSubject(policy, createGate);
    policies += 1;
    for (let index = 0; index < PER_POLICY && done < cases; index += 1) {
      const given = {
        policy,
        request: generateRequest(random, policy),
        answer: generateAnswer(random),
      };
      const wanted = expected(given);
      const got = await observe(subject, given);
      done += 1;
      reasons.set(wanted.reason, (reasons.get(wanted.reason) ?? 0) + 1);
      if (!isDeepStrictEqual(wanted, got)) wrong.push({ given, expected: wanted, got });
    }
  }
  return { cases: done, policies, reasons, wrong };
}
