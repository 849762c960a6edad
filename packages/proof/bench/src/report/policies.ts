import type { Findings } from "../measure/all.ts";
import type { SectionName } from "../sections/index.ts";
import { GATE } from "../sections/hostile.ts";
import { comparisonsOf, costOf, rowOf } from "./figures.ts";
import { line, nanoseconds, table, times } from "./table.ts";

/** One table per load: what each contender adds, and the ratio to the one it is compared with. */
export function costTables(
  all: readonly Findings[],
  section: SectionName,
  yardstick: (contender: string) => string | undefined,
): string {
  const [first] = all;
  if (!first) return "";
  return comparisonsOf(first, section)
    .map(({ load, rows }) => {
      const bases = new Set(rows.map(({ base }) => base));
      const lines = rows.map(({ contender }) => [
        bases.has(contender) ? `_${contender}_` : contender,
        ...all.map((each) => cell(each, section, load, contender, yardstick(contender))),
      ]);
      return `### ${load}\n\n${table(["", ...all.map(({ runtime }) => runtime)], lines)}`;
    })
    .join("\n\n");
}

function cell(
  findings: Findings,
  section: SectionName,
  load: string,
  contender: string,
  yardstick: string | undefined,
): string {
  const row = rowOf(findings, section, load, contender);
  const { median } = costOf(row);
  const text = `${row.base === undefined ? "" : "+"}${nanoseconds(median)}`;
  if (yardstick === undefined) return text;
  return `${text} ${times(median / costOf(rowOf(findings, section, load, yardstick)).median)}`;
}

/** The least code with the same face. */
export function leastOf(contender: string): string | undefined {
  return /(wrap|check, apply)$/.test(contender)
    ? contender.replace("crossgate", "least")
    : undefined;
}

/** The smallest policy of the same kind. One exact origin alone looks nothing up: see the text. */
export function smallestOfKind(contender: string): string | undefined {
  if (contender.endsWith("exact")) return "2 exact";
  if (contender.includes("pattern")) return "1 pattern";
  return contender.includes("path") ? "1 path rule" : undefined;
}

/** The gate under each hostile input by the largest honest one, both without the reading. */
export function hostileRatios(
  findings: Findings,
): readonly (readonly [load: string, ratio: number])[] {
  const cost = (load: string): number => costOf(rowOf(findings, "hostile", load, GATE)).median;
  return comparisonsOf(findings, "hostile")
    .filter(({ load }) => !load.endsWith("honest"))
    .map(({ load }) => [load, cost(load) / cost(`${load.split(",")[0]}, largest honest`)]);
}

export function hostileTable(all: readonly Findings[]): string {
  const [first] = all;
  if (!first) return "";
  const lines = comparisonsOf(first, "hostile").map(({ load }) =>
    line(
      load,
      all.map((each) => hostileCell(each, load)),
    ),
  );
  return table(["", ...all.map(({ runtime }) => runtime)], lines);
}

function hostileCell(findings: Findings, load: string): string {
  const gate = rowOf(findings, "hostile", load, GATE);
  const read = rowOf(findings, "hostile", load, gate.base ?? "").time.median;
  const [, ratio] = hostileRatios(findings).find(([name]) => name === load) ?? [];
  const suffix = ratio === undefined ? "" : ` ${times(ratio)}`;
  return `${nanoseconds(read)} +${nanoseconds(costOf(gate).median)}${suffix}`;
}
