import type { Allocation } from "../measure/allocation.ts";
import { PROCESSES, type RuntimeName, RUNTIMES } from "../runtimes.ts";
import type { Spread } from "../measure/statistics.ts";
import { type Construction, COUNTS, type Kind } from "../startup/origins.ts";
import type { Results } from "./results.ts";
import { kilobytes, line, table, times } from "./table.ts";

export function coldStartTable({ coldStarts }: Results): string {
  const rows = coldStarts.map(({ library, milliseconds }) => [
    library,
    ...PROCESSES.map((runtime) => {
      const { median, low, high } = milliseconds[runtime];
      return `${median.toFixed(1)} ms (${low.toFixed(1)}…${high.toFixed(1)})`;
    }),
  ]);
  return table(["", ...PROCESSES], rows);
}

export function sizeTable({ sizes }: Results): string {
  const rows = sizes.map(({ library, minified, gzipped }) => [
    library,
    `${minified.toLocaleString("en")} B`,
    `${gzipped.toLocaleString("en")} B`,
  ]);
  return table(["", "minified", "gzip -9"], rows);
}

/** A policy of many origins beside the set that it cannot do without. */
export function originsTable({ constructions }: Results): string {
  const cell = (runtime: RuntimeName, count: number, kind: Kind): string => {
    const { milliseconds, bytes } = constructionOf(constructions, runtime, count, kind);
    const memory = bytes === undefined ? "" : `, ${(bytes / 1e6).toFixed(1)} MB`;
    return `${milliseconds.toFixed(0)} ms${memory}`;
  };
  const rows = COUNTS.flatMap((count) => [
    line(
      `a bare \`Set\` of ${count.toLocaleString("en")}`,
      RUNTIMES.map((runtime) => cell(runtime, count, "set")),
    ),
    line(
      `a policy of ${count.toLocaleString("en")}`,
      RUNTIMES.map((runtime) => {
        const ratio = constructionRatio(constructions, runtime, count, "milliseconds");
        return `${cell(runtime, count, "policy")} ${times(ratio)}`;
      }),
    ),
  ]);
  return table(["", ...RUNTIMES], rows);
}

/** What a policy takes by what a bare set takes; `NaN` where the runtime does not tell. */
export function constructionRatio(
  constructions: readonly Construction[],
  runtime: RuntimeName,
  count: number,
  measure: "bytes" | "milliseconds",
): number {
  const of = (kind: Kind): number =>
    constructionOf(constructions, runtime, count, kind)[measure] ?? Number.NaN;
  return of("policy") / of("set");
}

function constructionOf(
  constructions: readonly Construction[],
  runtime: RuntimeName,
  count: number,
  kind: Kind,
): Construction {
  const found = constructions.find(
    (each) => each.runtime === runtime && each.count === count && each.kind === kind,
  );
  if (!found) throw new Error(`no ${kind} of ${count} origins was made on ${runtime}`);
  return found;
}

/** The start of a Worker with 10,000 origins. */
export function workerStartTable({ workerStarts }: Results): string {
  const cell = ({ median, low, high }: Spread): string =>
    `${median.toFixed(0)} ms (${low.toFixed(0)}…${high.toFixed(0)})`;
  return table(
    ["made as the Worker starts", "to the first response"],
    [
      line("a bare `Set` of 10,000 origins", [cell(workerStarts.set)]),
      line("a policy of 10,000 origins", [cell(workerStarts.policy)]),
    ],
  );
}

export function allocationTable({ allocations }: Results, load: string): string {
  const runtimes = Object.values(allocations);
  const first = runtimes[0]?.filter((each) => each.load === load) ?? [];
  const cell = (all: readonly Allocation[], contender: string): string => {
    const found = all.find((each) => each.load === load && each.contender === contender);
    return found ? kilobytes(found.bytes) : "";
  };
  const rows = first.map(({ contender }) =>
    line(
      contender,
      runtimes.map((all) => cell(all, contender)),
    ),
  );
  return table(["", ...Object.keys(allocations)], rows);
}
