import type { Comparison, Field } from "./comparison.ts";
import type { Question } from "./questions.ts";

/** Why certain lines of the responses differ. */
export interface Explanation {
  readonly questions: readonly Question[];
  /** `status`, or names of headers. */
  readonly fields: readonly string[];
  readonly because: string;
}

export function differs({ before, after }: Field): boolean {
  return before.join("\n") !== after.join("\n");
}

/** The number of the explanation of a line, from 1, if there is one. */
export function explanationOf(
  explanations: readonly Explanation[],
  question: Question,
  field: Field,
): number | undefined {
  const index = explanations.findIndex(
    ({ questions, fields }) => questions.includes(question) && fields.includes(field.name),
  );
  return index === -1 ? undefined : index + 1;
}

/** Lines that differ and no one says why, and explanations of lines that do not differ. */
export function explanationProblems(
  explanations: readonly Explanation[],
  comparisons: readonly Comparison[],
): readonly string[] {
  const changed = comparisons.flatMap(({ question, fields }) =>
    fields.filter(differs).map((field) => ({ question, field })),
  );
  const unexplained = changed
    .filter(({ question, field }) => explanationOf(explanations, question, field) === undefined)
    .map(({ question, field }) => `${question}: nothing explains ${field.name}`);
  const used = new Set(
    changed.map(({ question, field }) => explanationOf(explanations, question, field)),
  );
  const idle = explanations.flatMap(({ because }, index) =>
    used.has(index + 1) ? [] : [`explains nothing: ${because}`],
  );
  return [...unexplained, ...idle];
}
