import { type Equivalent, equivalentOf } from "./equivalents.ts";
import { isUnnoticed, type Mutant } from "./mutant.ts";

/** What became of the mutants of one package. */
export interface Summary {
  readonly killed: number;
  /** Noticed by no test, and no equivalent. */
  readonly survivors: readonly Mutant[];
  /** Noticed by no test, with the reason. */
  readonly equivalents: readonly (readonly [mutant: Mutant, equivalent: Equivalent])[];
  /** The share of those noticed among those that are no equivalents. */
  readonly score: number;
}

export function summarise(mutants: readonly Mutant[]): Summary {
  // A caller that waits for it notices one that never ends.
  const killed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const unnoticed = mutants.filter(isUnnoticed);
  const equivalents = unnoticed.flatMap((mutant) => {
    const equivalent = equivalentOf(mutant);
    return equivalent ? [[mutant, equivalent] as const] : [];
  });
  const survivors = unnoticed.filter((mutant) => equivalentOf(mutant) === undefined);
  return { killed, survivors, equivalents, score: killed / (killed + survivors.length) };
}

export function summaryText(name: string, summary: Summary): string {
  const { killed, survivors, equivalents, score } = summary;
  const lines = [
    `${name}: ${killed} killed, ${survivors.length} survived, ${equivalents.length} equivalent; ` +
      `${(100 * score).toFixed(2)} % of those that are no equivalents are killed`,
    ...survivors.map((mutant) => `  survived    ${mutantText(mutant)}`),
    ...equivalents.map(
      ([mutant, { reason }]) => `  equivalent  ${mutantText(mutant)}\n              ${reason}`,
    ),
  ];
  return lines.join("\n");
}

function mutantText({ file, line, mutator, original, replacement }: Mutant): string {
  return `${file}:${line} ${mutator}: ${original} -> ${replacement}`;
}
