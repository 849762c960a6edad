import { type Figure, figure, type Table, tableOf } from "./figure.ts";
import type { ListFinding } from "./list-trial.ts";

/** Seconds between two loads, and how many there are. */
export const LIST_TRIAL = { refreshEvery: 5, loads: 6 } as const;
/** How long the loop may be kept, in milliseconds. */
const MOST = 10;

type Row = readonly [name: string, figure: (finding: ListFinding) => Figure];

const ROWS: readonly Row[] = [
  ["requests answered meanwhile", ({ requests }) => figure(requests, requests > 0, "")],
  ["responses that were not what the list says", ({ wrong }) => figure(wrong, wrong === 0, "")],
  [
    "most work in one turn of the loop, in the median load",
    ({ applying }) => milliseconds(median(applying.map(({ work }) => work)), MOST),
  ],
  [
    "the same in the worst load",
    ({ applying }) => milliseconds(Math.max(...applying.map(({ work }) => work))),
  ],
  ["the same between two loads", ({ between }) => milliseconds(between.work)],
  [
    "longest turn by the clock, in the median load",
    ({ applying }) => milliseconds(median(applying.map(({ clock }) => clock))),
  ],
  ["the same between two loads", ({ between }) => milliseconds(between.clock)],
  [
    "delay at the 99th percentile, by `monitorEventLoopDelay`",
    ({ delay }) => (delay === undefined ? { text: "", isMet: true } : milliseconds(delay)),
  ],
  ["from a load to the end of its application", ({ durations }) => milliseconds(median(durations))],
  ["reports of the bad entry in all lists", ({ reports }) => figure(reports, reports === 1, "")],
];

/** What a list of 100,000 entries costs a server that goes on answering. */
export function listsSection(findings: readonly ListFinding[], head: readonly string[]): Table {
  const rows = ROWS.map(([name, read]) => [name, findings.map(read)] as const);
  const table = tableOf(["", ...head], rows);
  const text = `## A whole list

\`originList\` holds 100,000 entries, half of them patterns. It is loaded again every ${LIST_TRIAL.refreshEvery} s, ${LIST_TRIAL.loads} times, while a client with eight connections asks the server. Each load brings a thousand new entries, lacks a thousand, and has one that is no origin.

${table.text}

Work is the processor time of the thread. Other programs on the machine do not lengthen it, but they do lengthen what the clock says: see it between two loads.
`;
  return { text, problems: table.problems };
}

function milliseconds(value: number, most: number = Number.POSITIVE_INFINITY): Figure {
  return figure(Math.round(value * 10) / 10, value <= most, " ms");
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
