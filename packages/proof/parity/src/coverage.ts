import type { Comparison } from "./compare-all.ts";
import { contextFeatures, contextFeaturesOf } from "./generator/context-features.ts";
import { featuresOf, fetchFeatures } from "./generator/features.ts";

/** Cases in which a long run has to show each code and each feature. */
export const wanted = 20;

/** How often something was exercised. */
export type Counts = ReadonlyMap<string, number>;

/** What a run is made of. */
export type Kind = "fetch" | "contexts";

/** How many cases of each kind it takes to show every feature. */
export const fullFeatures = { fetch: 3000, contexts: 1000, cookies: 1000 } as const;

const required: Readonly<Record<Kind, readonly string[]>> = {
  fetch: fetchFeatures,
  contexts: contextFeatures,
};

/** How many cases met each outcome, codes by where they came up. */
export function countCodes(comparisons: readonly Comparison[]): Counts {
  return tally(comparisons, ({ outcomes }) =>
    outcomes.map(({ code, at, type }) => (code ? `${at} ${code}` : `readable ${type}`)),
  );
}

/** How many cases have each feature of page and server. */
export function countFeatures(comparisons: readonly Comparison[], kind: Kind): Counts {
  const ofScenario = kind === "fetch" ? featuresOf : contextFeaturesOf;
  return tally(comparisons, ({ scenario, outcomes }) => [
    ...ofScenario(scenario),
    ...outcomes.flatMap(({ wire }) => [
      `preflights ${wire.filter((line) => line.includes("acrm=")).length}`,
      ...(wire.some((line) => line.includes("origin=null")) ? ["Origin: null"] : []),
    ]),
  ]);
}

/** The required features that too few cases have, with their counts. */
export function rareFeatures(counts: Counts, features: readonly string[]): readonly string[] {
  return features
    .filter((name) => (counts.get(name) ?? 0) < wanted)
    .map((name) => `${name}: ${counts.get(name) ?? 0} cases, ${wanted} wanted`);
}

/** The features of a kind that a run has too few cases of. */
export function rareFeaturesOf(kind: Kind, counts: Counts): readonly string[] {
  return rareFeatures(counts, required[kind]);
}

/** How many items have each name. */
export function tally<Item>(
  items: Iterable<Item>,
  namesOf: (item: Item) => readonly string[],
): Counts {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const name of new Set(namesOf(item))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
