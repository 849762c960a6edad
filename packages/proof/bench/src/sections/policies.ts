import { createCors } from "@crossgate/core";
import { corsByPath } from "@crossgate/core/by-path";
import { application } from "../application.ts";
import type { Handler } from "../contender.ts";
import { type Answer, actual } from "../loads.ts";
import type { Comparison, Trial } from "../trial.ts";
import { exactOrigins, patterns, someOf } from "./origins.ts";

const EXACT = [1, 2, 10, 1_000, 100_000, 1_000_000];
const PATTERNS = [1, 100, 10_000];
const RULES = [1, 20, 4_000];
/** Making a longer list takes seconds. */
const MOST_IF_QUICK = 10_000;
const BARE = "bare handler";

interface Policy {
  readonly name: string;
  readonly handle: Handler;
  /** Origins that it allows. */
  readonly origins: readonly string[];
  /** The same response to everyone, as one exact origin alone gets. */
  readonly only?: string;
}

/** The same requests under ever longer lists. */
export function policies(quick: boolean): readonly Comparison[] {
  const all = [
    ...EXACT.filter((count) => !quick || count <= MOST_IF_QUICK).map(exactPolicy),
    ...PATTERNS.map(patternPolicy),
    ...RULES.map(policyByPath),
  ];
  return [
    {
      load: "actual, allowed",
      trials: [bare(all[0]?.origins), ...all.map(allowed)],
    },
    { load: "actual, denied", trials: [bare(STRANGERS), ...all.map(denied)] },
  ];
}

const STRANGERS = someOf(1_000).map((index) => `https://stranger-${index}.elsewhere.example`);

function exactPolicy(count: number): Policy {
  const list = exactOrigins(count);
  const origins = someOf(count).map((index) => list[index] ?? "");
  const handle = createCors({ origin: list, credentials: true }).wrap(application);
  const name = `${count.toLocaleString("en")} exact`;
  return { name, handle, origins, ...(count === 1 && { only: origins[0] ?? "" }) };
}

function patternPolicy(count: number): Policy {
  const list = patterns(count);
  return {
    name: `${count.toLocaleString("en")} ${count === 1 ? "pattern" : "patterns"}`,
    handle: createCors({ origin: list, credentials: true }).wrap(application),
    origins: someOf(count).map((index, turn) => (list[index] ?? "").replace("*", `app${turn}`)),
  };
}

/** The last rule decides: all others have been looked at by then. */
function policyByPath(count: number): Policy {
  const list = exactOrigins(2);
  const policy = { origin: list, credentials: true } as const;
  const others = Array.from({ length: count - 1 }, (_, index) => ({
    path: `/rule-${index}/*`,
    ...policy,
  }));
  const gate = corsByPath([...others, { path: "*", ...policy }]);
  return {
    name: `${count.toLocaleString("en")} path ${count === 1 ? "rule" : "rules"}`,
    handle: gate.wrap(application),
    origins: someOf(2).map((index) => list[index] ?? ""),
  };
}

function bare(origins: readonly string[] = []): Trial {
  return { contender: BARE, work: application, requests: origins.map((origin) => actual(origin)) };
}

function allowed({ name, handle, origins, only }: Policy): Trial {
  return trial(
    name,
    handle,
    origins,
    origins.map((origin) => answer(origin, only === undefined)),
  );
}

function denied({ name, handle, only }: Policy): Trial {
  const expected = only === undefined ? { status: 200, headers: VARY } : answer(only, false);
  return trial(
    name,
    handle,
    STRANGERS,
    STRANGERS.map(() => expected),
  );
}

function trial(
  contender: string,
  work: Handler,
  origins: readonly string[],
  expected: readonly Answer[],
): Trial {
  const requests = origins.map((origin) => actual(origin));
  return { contender, base: BARE, work, requests, expected };
}

const VARY = { vary: "origin" };

function answer(origin: string, varies: boolean): Answer {
  return {
    status: 200,
    headers: {
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
      ...(varies && VARY),
    },
  };
}
