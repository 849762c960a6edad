import type { CacheComparison, CacheResult } from "./run-http-cache.ts";

const wanted = 20;
const fullRun = 1000;

/**
 * Prints what a run of caches showed.
 *
 * @returns whether it showed all it has to
 */
export function reportHttpCache(seed: number, result: CacheResult): boolean {
  const { version, comparisons, disagreements, unsteady } = result;
  for (const { one, model, browser } of disagreements)
    console.log(
      `${JSON.stringify(one)}\n  model ${JSON.stringify(model)}\n  browser ${JSON.stringify(browser)}`,
    );
  for (const { one } of unsteady) console.log(`unsteady: ${JSON.stringify(one)}`);
  const counts = countFeatures(comparisons);
  console.log("\nFeatures, cases each:");
  for (const [name, times] of counts) console.log(`${String(times).padStart(5)}  ${name}`);
  const rare = [...counts].filter(([, times]) => times < wanted);
  const isLong = comparisons.length >= fullRun;
  if (isLong) for (const [name] of rare) console.log(`too rare: ${name}`);
  console.log(
    `\n${version}, seed ${seed}: ${comparisons.length} cases, ${disagreements.length} disagree, ` +
      `${unsteady.length} unsteady (agreed when run again)`,
  );
  return disagreements.length === 0 && !(isLong && rare.length > 0);
}

function countFeatures(comparisons: readonly CacheComparison[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const comparison of comparisons)
    for (const name of new Set(featuresOf(comparison)))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function featuresOf({ one: { rule, steps }, browser }: CacheComparison): readonly string[] {
  const lines = [...rule.lines, ...rule.originLines];
  return [
    `server at ${rule.at}`,
    `status ${rule.status}`,
    `304 ${rule.notModified}`,
    ...lines
      .filter(([name]) => !name.startsWith("Access-Control-"))
      .map(([name]) => `header ${name}`),
    ...steps.flatMap(
      ({ page, via, crossorigin, method, mode, credentials, cache, headers = [] }) => [
        `page ${page}`,
        `${via} ${crossorigin ?? mode ?? "plain"}`,
        `method ${method ?? "GET"}`,
        `credentials ${credentials ?? "default"}`,
        `cache ${cache ?? "default"}`,
        ...headers.map(([name]) => `request header ${name}`),
      ],
    ),
    ...browser.map(([outcome, ...seen]) => `${outcome} ${sourceOf(seen)}`),
  ];
}

function sourceOf(seen: readonly string[]): string {
  if (seen.length === 0) return "out of the cache";
  return seen.some((line) => line.includes(" if-")) ? "asked about" : "from the server";
}
