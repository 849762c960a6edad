import { cpus, release, totalmem, type } from "node:os";
import { BUDGET, type Finding, FLOOD, HONEST, LIMITS, PHASES } from "./trial.ts";
import { type FaultResult, faultsSection } from "./faults-page.ts";
import { type Figure, figure, type Table, tableOf } from "./figure.ts";
import { GOING_FURTHER } from "./going-further.ts";
import type { ListFinding } from "./list-trial.ts";
import { listsSection } from "./lists-page.ts";

/** What three servers have found with one store. */
export interface Result {
  readonly version: string;
  readonly filled: number;
  /** When the store was changed, in milliseconds since 1970. */
  readonly changed: number;
  readonly findings: readonly Finding[];
}

type Row = readonly [name: string, figure: (finding: Finding, changed: number) => Figure];

const ROWS: readonly Row[] = [
  [
    "look-ups at the store in the busiest second of the flood",
    ({ lookups }) => {
      const most = Math.max(
        0,
        ...lookups.filter(([second]) => second >= PHASES.warm).map(([, count]) => count),
      );
      // A second of the clock may meet two of the budget's, and what is known is outside of it.
      return figure(most, most <= 2 * BUDGET, "");
    },
  ],
  [
    "look-ups a second on average in the flood",
    ({ lookups }) => {
      const inFlood = lookups.filter(([second]) => second >= PHASES.warm && second < PHASES.end);
      const total = inFlood.reduce((sum, [, count]) => sum + count, 0);
      const average = Math.round(total / (PHASES.end - PHASES.warm));
      return figure(average, average <= BUDGET, "");
    },
  ],
  [
    "made-up origins a second",
    ({ flood }) => {
      return figure(Math.round(flood.strangers / (PHASES.end - PHASES.warm)), true, "");
    },
  ],
  ["honest requests answered from memory: without a flood", ({ warm }) => share(warm)],
  ["honest requests answered from memory: in the flood", ({ flood }) => share(flood)],
  [
    "one request beyond the same policy with a `Set`, median",
    ({ added }) => {
      const nanoseconds = Math.round(added.remembered - added.ofSet);
      return figure(nanoseconds, nanoseconds <= 1000, " ns");
    },
  ],
  ["memory for one cached origin", ({ bytes }) => figure(bytes, bytes < 1000, " bytes")],
  [
    "removed, pushed: denied after",
    ({ moments }, changed) => after(moments.removedPushed, changed, 1000),
  ],
  [
    "added, pushed: allowed after",
    ({ moments }, changed) => after(moments.addedPushed, changed, 1000),
  ],
  [
    `removed, not pushed, \`ttl\` ${PHASES.ttlAlone} s: denied after`,
    ({ moments }, changed) => after(moments.removedAlone, changed, PHASES.ttlAlone * 1000 + 1000),
  ],
  [
    `added, not pushed, \`negativeTtl\` ${LIMITS.negativeTtl} s: allowed after`,
    ({ moments }, changed) => after(moments.addedAlone, changed, LIMITS.negativeTtl * 1000 + 1000),
  ],
  [
    "questions without an answer of the store",
    ({ stats }) => {
      const count = stats.failures + stats.timeouts;
      return figure(count, count === 0, "");
    },
  ],
];

/** All that one run has found. */
export interface Run {
  readonly stores: readonly Result[];
  readonly lists: readonly ListFinding[];
  readonly faults: readonly FaultResult[];
  /** Each runtime with its version. */
  readonly runtimes: readonly string[];
}

/** The page, and the promises that were not met. */
export function page({ stores, lists, faults, runtimes }: Run): Table {
  const sections = [
    ...stores.map((result) => storeSection(result, runtimes)),
    listsSection(lists, runtimes),
    faultsSection(faults),
  ];
  const texts = sections.map(({ text }) => text);
  return {
    text: [introduction(), ...texts, GOING_FURTHER].join("\n"),
    problems: sections.flatMap(({ problems }) => problems),
  };
}

function storeSection(
  { version, filled, changed, findings }: Result,
  runtimes: readonly string[],
): Table {
  const rows = ROWS.map(([name, read]) => {
    return [name, findings.map((finding) => read(finding, changed))] as const;
  });
  const table = tableOf(["figure, for each server", ...runtimes], rows);
  const intro = `The store was filled with a million origins in ${filled.toFixed(0)} s.`;
  return {
    text: `## ${version}\n\n${intro}\n\n${table.text}\n`,
    problems: table.problems.map((problem) => `${version}: ${problem}`),
  };
}

function introduction(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `# Origins at scale

A million origins of 100,000 tenants stand in a real store on loopback. Three servers ask it at once, one on each runtime. Each gets ${HONEST} honest requests a second, of which few customers have most (Zipf, exponent 1). After ${PHASES.warm} s each also gets ${FLOOD} requests a second from made-up origins: more than 10,000 for all three. Each may begin ${BUDGET} look-ups of unknown origins a second and caches up to ${LIMITS.maxEntries} origins.

\`\`\`sh
pnpm scale
\`\`\`

It takes about six minutes, starts Redis and PostgreSQL by itself, and writes this page. The figures are of ${cpus().length} processors (${first?.model.trim() ?? "unknown"}), ${memory} GiB, ${type()} ${release().split("-")[0]}, and everything ran on this one machine, the stores too.
`;
}

function share({
  honest,
  remembered,
}: {
  readonly honest: number;
  readonly remembered: number;
}): Figure {
  return { text: `${((remembered / honest) * 100).toFixed(1)} %`, isMet: true };
}

function after(moment: number | null, changed: number, limit: number): Figure {
  if (moment === null) return { text: "not seen", isMet: false };
  const milliseconds = moment - changed;
  const text =
    milliseconds < 1000
      ? `${Math.max(0, milliseconds)} ms`
      : `${(milliseconds / 1000).toFixed(1)} s`;
  return { text, isMet: milliseconds <= limit };
}
