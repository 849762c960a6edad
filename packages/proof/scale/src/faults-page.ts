import type { Tried } from "@crossgate/stores/faults";
import { type Figure, figure, type Table, tableOf } from "./figure.ts";

/** What the faults of one store did. */
export interface FaultResult {
  readonly store: string;
  readonly outcomes: readonly (readonly [fault: string, outcome: Tried])[];
}

/** `ttl` and `staleFor` of the trial are a second each; a machine with other work takes its time. */
const HELD = 3500;
const BACK = 4500;

/** What a page meets while its store fails. */
export function faultsSection(results: readonly FaultResult[]): Table {
  const rows = results.flatMap(({ store, outcomes }) =>
    outcomes.map(([fault, outcome]) => [`${store}, ${fault}`, cells(outcome)] as const),
  );
  const head = ["", "stays allowed for", "back after", "denied while in time", "not 200"];
  const table = tableOf(head, rows);
  const text = `## When the store fails

A page asks fifty times a second, and a stranger beside it, with \`ttl\` and \`staleFor\` of 1 s and a \`lookupTimeout\` of 0.5 s. Once the store is gone the page may stay allowed for 2 s, and never longer. When the store has it again it is back within one \`ttl\` and what the client takes to connect.

${table.text}
`;
  return { text, problems: table.problems };
}

function cells({ held, back, denied, failed }: Tried): readonly Figure[] {
  return [
    seconds(held, HELD),
    seconds(back, BACK),
    denied === undefined ? NOTHING : figure(denied, denied === 0, ""),
    figure(failed, failed === 0, ""),
  ];
}

const NOTHING: Figure = { text: "", isMet: true };

function seconds(milliseconds: number | undefined, most: number): Figure {
  if (milliseconds === undefined) return NOTHING;
  return { text: `${(milliseconds / 1000).toFixed(1)} s`, isMet: milliseconds < most };
}
