import type { Findings } from "../measure/all.ts";
import { FAMILIES } from "../contenders/index.ts";
import type { Family } from "../contender.ts";
import { type LoadName, LOADS } from "../loads.ts";
import type { SectionName } from "../sections/index.ts";
import { PATTERN_FAMILIES } from "../sections/patterns.ts";
import { costOf, ratioOf, rowOf, timeRatioOf } from "./figures.ts";
import { line, nanoseconds, table, times } from "./table.ts";

const HAND = "set by hand";

/** Every contender under every kind of request. */
export function requestTables(all: readonly Findings[]): string {
  return LOADS.map(({ name }) => {
    const rows = isPreflight(name) ? whole(all, name) : added(all, "contenders", FAMILIES, name);
    return `### ${name}\n\n${rows}`;
  }).join("\n\n");
}

/** The same under policies that allow every subdomain. */
export function patternTables(all: readonly Findings[]): string {
  return LOADS.filter(({ name }) => name.startsWith("actual"))
    .map(({ name }) => `### ${name}\n\n${added(all, "patternRequests", PATTERN_FAMILIES, name)}`)
    .join("\n\n");
}

/** A preflight that no one answers is a 404, so there is nothing to take off. */
function isPreflight(load: LoadName): boolean {
  return load.startsWith("preflight");
}

/** In each section the first that guards is what the others are compared with. */
function added(
  all: readonly Findings[],
  section: SectionName,
  families: readonly Family[],
  load: LoadName,
): string {
  const yardstick = families[0]?.guarded[0]?.name ?? "";
  const rows = families.flatMap(({ bare, guarded }) => [
    [
      `_${bare.name}_`,
      ...all.map((each) => `_${nanoseconds(rowOf(each, section, load, bare.name).time.median)}_`),
    ],
    ...guarded.map(({ name }) => [
      name,
      ...all.map((each) => {
        const { median, low, high } = costOf(rowOf(each, section, load, name));
        const ratio = ratioOf(each, section, load, name, yardstick);
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
