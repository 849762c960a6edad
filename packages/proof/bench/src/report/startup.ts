import type { Allocation } from "../measure/allocation.ts";
import { PROCESSES, type RuntimeName, RUNTIMES } from "../runtimes.ts";
import { COUNTS } from "../startup/origins.ts";
import type { Results } from "./results.ts";
import { kilobytes, line, table } from "./table.ts";

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

export function originsTable({ constructions }: Results): string {
  const cell = (runtime: RuntimeName, count: number): string => {
    const found = constructions.find((each) => each.runtime === runtime && each.count === count);
    if (!found) return "";
    const { milliseconds, bytes } = found;
    const each = `${((milliseconds / count) * 1_000).toFixed(1)} µs each`;
    const memory = bytes === undefined ? "" : `, ${(bytes / 1e6).toFixed(1)} MB`;
    return `${(milliseconds / 1_000).toFixed(2)} s (${each}${memory})`;
  };
  const rows = COUNTS.map((count) =>
    line(
      count.toLocaleString("en"),
      RUNTIMES.map((runtime) => cell(runtime, count)),
    ),
  );
  return table(["exact origins", ...RUNTIMES], rows);
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
