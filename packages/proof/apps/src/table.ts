import type { Row } from "./check-host.ts";

/** Apps down, hosts and their start forms across; each cell counts answers, or faults. */
export function formatTable(rows: readonly Row[]): string {
  const columns = [...new Set(rows.map(columnOf))];
  const apps = [...new Set(rows.map(({ app }) => app))];
  const head = ["app", ...columns];
  const body = apps.map((app) => {
    const cells = columns.map((column) =>
      cell(rows.find((row) => row.app === app && columnOf(row) === column)),
    );
    return [app].concat(cells);
  });
  const widths = head.map((_, index) =>
    Math.max(...[head, ...body].map((line) => line[index]?.length ?? 0)),
  );
  const lines = [head, ...body].map((line) =>
    line
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const refusals = rows.flatMap(({ refused, ...row }) =>
    refused?.includes("withCors") ? [`  refused: ${row.app} on ${columnOf(row)}: ${refused}`] : [],
  );
  return [...lines, ...new Set(refusals)].join("\n");
}

function columnOf({ host, form }: Row): string {
  return `${host} ${form}`;
}

function cell(row: Row | undefined): string {
  if (!row) return "";
  if (row.faults.length > 0) return `${row.faults.length} FAULTS`;
  if (row.refused === undefined) return String(row.compared);
  return row.refused.includes("withCors") ? "refused" : "not served";
}
