import type { Comparison } from "./compare-all.ts";

/** Cases in which a long run has to show each code and each feature. */
export const wanted = 20;

/** How often something was exercised. */
export type Counts = ReadonlyMap<string, number>;

/** How many cases met each outcome, codes by where they came up. */
export function countCodes(comparisons: readonly Comparison[]): Counts {
  return count(comparisons, ({ outcomes }) =>
    outcomes.map(({ code, at, type }) => (code ? `${at} ${code}` : `readable ${type}`)),
  );
}

/** How many cases have each feature of page and server. */
export function countFeatures(comparisons: readonly Comparison[]): Counts {
  return count(comparisons, ({ scenario: { page, steps, rules }, outcomes }) => [
    `page ${page ?? "page"}`,
    `hops ${rules.length}`,
    `fetches ${steps.length}`,
    ...rules.map(({ at }) => `server at ${at}`),
    ...steps.flatMap((step) => [
      `method ${step.method ?? "GET"}`,
      `credentials ${step.credentials ?? "default"}`,
      `mode ${step.mode ?? "cors"}`,
      `redirect ${step.redirect ?? "follow"}`,
      `body ${step.body ?? "none"}`,
      ...(step.upload === undefined ? [] : [`XMLHttpRequest, listener ${step.upload}`]),
      ...(step.headers ?? []).map(([name]) => `header ${name.toLowerCase()}`),
    ]),
    ...outcomes.flatMap(({ wire }) => [
      `preflights ${wire.filter((line) => line.includes("acrm=")).length}`,
      ...(wire.some((line) => line.includes("origin=null")) ? ["Origin: null"] : []),
    ]),
  ]);
}

/** How many cases have each name. */
export function count(
  comparisons: readonly Comparison[],
  namesOf: (comparison: Comparison) => readonly string[],
): Counts {
  const counts = new Map<string, number>();
  for (const comparison of comparisons) {
    for (const name of new Set(namesOf(comparison))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
