import type { Findings } from "../measure/all.ts";
import { FAMILIES } from "../contenders/index.ts";
import { type LoadName, LOADS } from "../loads.ts";
import { costOf, ratioOf, rowOf, timeRatioOf } from "./figures.ts";
import { line, nanoseconds, table, times } from "./table.ts";

const HAND = "set by hand";

/** Every contender under every kind of request. */
export function requestTables(all: readonly Findings[]): string {
  return LOADS.map(
    ({ name }) => `### ${name}\n\n${isPreflight(name) ? whole(all, name) : added(all, name)}`,
  ).join("\n\n");
}

/** A preflight that no one answers is a 404, so there is nothing to take off. */
function isPreflight(load: LoadName): boolean {
  return load.startsWith("preflight");
}

function added(all: readonly Findings[], load: LoadName): string {
  const rows = FAMILIES.flatMap(({ bare, guarded }) => [
    [
      `_${bare.name}_`,
      ...all.map(
        (each) => `_${nanoseconds(rowOf(each, "contenders", load, bare.name).time.median)}_`,
      ),
    ],
    ...guarded.map(({ name }) => [
      name,
      ...all.map((each) => {
        const { median, low, high } = costOf(rowOf(each, "contenders", load, name));
        const ratio = ratioOf(each, "contenders", load, name, HAND);
        return `+${nanoseconds(median)} (${low.toFixed(0)}…${high.toFixed(0)}) ${times(ratio)}`;
      }),
    ]),
  ]);
  return table(["", ...all.map(({ runtime }) => runtime)], rows);
}

function whole(all: readonly Findings[], load: LoadName): string {
  const cell = (each: Findings, name: string): string => {
    const { median, low, high } = rowOf(each, "contenders", load, name).time;
    const ratio = timeRatioOf(each, "contenders", load, name, HAND);
    return `${nanoseconds(median)} (${low.toFixed(0)}…${high.toFixed(0)}) ${times(ratio)}`;
  };
  const guarded = FAMILIES.flatMap((family) => family.guarded);
  const rows = guarded.map(({ name }) =>
    line(
      name,
      all.map((each) => cell(each, name)),
    ),
  );
  return table(["", ...all.map(({ runtime }) => runtime)], rows);
}

/** Where a contender is known to answer otherwise; that was looked for too. */
export function differenceList(): string {
  const lines = FAMILIES.flatMap(({ guarded }) => guarded).flatMap(({ name, differences = [] }) =>
    differences.map(({ because, loads }) => `- ${name}: ${because} (${loads.join("; ")}).`),
  );
  return lines.join("\n");
}
