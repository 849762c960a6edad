import { renderDiff } from "./diff.ts";
import { compare, type Comparison } from "./comparison.ts";
import type { Migration } from "./migrations.ts";

/** The recorded answers of a migration, relative to the top of the tree. */
export function recordingOf({ name }: Migration): string {
  return `packages/proof/guides/migration/${name}/answers.diff`;
}

export async function record(
  migration: Migration,
): Promise<{ readonly comparisons: readonly Comparison[]; readonly diff: string }> {
  const comparisons = await compare(migration.name);
  return { comparisons, diff: renderDiff(comparisons, migration.explanations) };
}
