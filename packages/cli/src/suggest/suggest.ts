import { isInPatterns, patternDepth } from "@crossgate/core/origin-entry";
import { familiesOf, patternsOver } from "./families.ts";
import { leftOut } from "./left-out.ts";
import { moduleOf } from "./module.ts";
import { notesOn } from "./notes.ts";
import { policyFor } from "./policy.ts";
import { readLogs } from "./read-logs.ts";
import type {
  LeftOut,
  OfferedPattern,
  SeenOrigin,
  SuggestQuestion,
  SuggestReport,
} from "./report.ts";
import type { Tally } from "./tally.ts";

/** More denied origins are counted together. */
const mostDenied = 1000;

/**
 * Makes the tightest policy that would have served a log, and says who it leaves out. The log is read
 * as a stream, and the memory does not grow with it.
 *
 * @example
 * const { policy, denied } = await suggest({ log: createReadStream("cors.ndjson") });
 *
 * @param question the log, how often an origin has to ask, and whether patterns are wanted
 */
export async function suggest(question: SuggestQuestion): Promise<SuggestReport> {
  const { log, atLeast = 1, patterns = false } = question;
  const read = await readLogs(log);
  const { tally } = read;
  const seen = seenOrigins(tally);
  const problems = problemsOf(seen, tally, atLeast);
  const named = seen.filter(({ origin }) => !problems.has(origin));
  const offers = offersFor(named, seen, tally);
  const taken = new Taken(patterns ? offers : []);
  const allowed = seen.filter(({ origin }) => !problems.has(origin) || taken.covers(origin));
  const denied = [...problems.values()].filter(({ origin }) => !taken.covers(origin));
  const origin = [
    ...taken.patterns,
    ...named.map(({ origin }) => origin).filter((each) => !taken.covers(each)),
  ];
  const served = [
    ...allowed.flatMap(({ origin }) => tally.origins.get(origin) ?? []),
    ...[...tally.families].filter(([pattern]) => taken.stands(pattern)).map(([, asked]) => asked),
  ];
  const suggested = origin.length > 0 ? policyFor(origin, served, tally) : undefined;
  const servedRequests = served.reduce((sum, { requests }) => sum + requests, 0);
  return {
    version: 1,
    verdict: suggested ? "policy" : "nothing",
    lines: read.records,
    requests: tally.requests,
    own: tally.own,
    coverage: shareOf(servedRequests, tally),
    policy: suggested?.policy ?? null,
    allowed,
    denied: denied.slice(0, mostDenied),
    moreDenied: moreDenied(denied.slice(mostDenied), tally, taken),
    offers: patterns ? [] : offers,
    notes: notesOn(read, suggested),
    module: suggested ? moduleOf(suggested.policy) : null,
  };
}

/** Every origin with its share, the one that asks most first. */
function seenOrigins(tally: Tally): readonly SeenOrigin[] {
  return [...tally.origins]
    .map(([origin, { requests }]) => ({ origin, requests, share: shareOf(requests, tally) }))
    .toSorted(
      (one, other) => other.requests - one.requests || (one.origin < other.origin ? -1 : 1),
    );
}

function problemsOf(
  seen: readonly SeenOrigin[],
  { origins }: Tally,
  atLeast: number,
): ReadonlyMap<string, LeftOut> {
  const problems = new Map<string, LeftOut>();
  for (const each of seen) {
    const asked = origins.get(each.origin);
    const problem = asked && leftOut(each, asked, atLeast);
    if (problem) problems.set(each.origin, problem);
  }
  return problems;
}

/** Patterns over the origins that are named, with all that they would allow. */
function offersFor(
  named: readonly SeenOrigin[],
  seen: readonly SeenOrigin[],
  tally: Tally,
): readonly OfferedPattern[] {
  const counts = new Map(
    familiesOf(named).map(({ pattern }) => [pattern, { hosts: 0, requests: 0 }]),
  );
  const count = (pattern: string, hosts: number, requests: number): void => {
    const each = counts.get(pattern);
    if (!each) return;
    each.hosts += hosts;
    each.requests += requests;
  };
  for (const { origin, requests } of seen) {
    for (const pattern of patternsOver(origin)) count(pattern, 1, requests);
  }
  for (const [pattern, { hosts, requests }] of tally.families) count(pattern, hosts, requests);
  return [...counts]
    .map(([pattern, { hosts, requests }]) => {
      return { pattern, hosts, requests, share: shareOf(requests, tally) };
    })
    .toSorted((one, other) => other.requests - one.requests);
}

/** The patterns that stand in the policy. */
class Taken {
  readonly patterns: ReadonlySet<string>;
  readonly #depth: number;

  constructor(offers: readonly OfferedPattern[]) {
    this.patterns = new Set(offers.map(({ pattern }) => pattern));
    this.#depth = Math.max(0, ...offers.map(({ pattern }) => patternDepth(pattern)));
  }

  covers(origin: string): boolean {
    return !origin.includes("*") && isInPatterns(origin, this.patterns, this.#depth);
  }

  stands(pattern: string): boolean {
    return this.patterns.has(pattern);
  }
}

function moreDenied(
  unlisted: readonly LeftOut[],
  tally: Tally,
  taken: Taken,
): SuggestReport["moreDenied"] {
  const families = [...tally.families].filter(([pattern]) => !taken.stands(pattern));
  const origins = families.reduce((sum, [, { hosts }]) => sum + hosts, tally.rest.origins);
  const together = families.reduce((sum, [, { requests }]) => sum + requests, tally.rest.requests);
  const requests = unlisted.reduce((sum, each) => sum + each.requests, together);
  return { origins: origins + unlisted.length, requests, share: shareOf(requests, tally) };
}

function shareOf(requests: number, tally: Tally): number {
  return tally.requests === 0 ? 0 : requests / tally.requests;
}
