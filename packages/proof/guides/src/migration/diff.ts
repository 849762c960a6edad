import type { Asked } from "@crossgate/testkit/ask";
import type { Comparison, Field } from "./comparison.ts";
import { differs, type Explanation, explanationOf } from "./explanation.ts";
import { type Question, QUESTIONS } from "./questions.ts";

/**
 * The responses before and after as a diff, in which each line that differs has its note's number.
 */
export function renderDiff(
  comparisons: readonly Comparison[],
  explanations: readonly Explanation[],
): string {
  return comparisons
    .map(({ question, fields }) => {
      const lines = fields.flatMap((field) => linesOf(question, field, explanations));
      return `${title(QUESTIONS[question])}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

function title({ method, path, headers = {}, body }: Asked): string {
  const asked = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  const sent = body === undefined ? [] : [`  ${body}`];
  return [`  ${method} ${path}`, ...asked, ...sent, "  answer:"].join("\n");
}

function linesOf(
  question: Question,
  field: Field,
  explanations: readonly Explanation[],
): readonly string[] {
  if (!differs(field)) return line(" ", field.name, field.before);
  const number = explanationOf(explanations, question, field);
  const note = number === undefined ? "  [unexplained]" : `  [${number}]`;
  return [
    ...line("-", field.name, field.before, note),
    ...line("+", field.name, field.after, note),
  ];
}

function line(sign: string, name: string, values: readonly string[], note = ""): readonly string[] {
  return values.map((value) => `${sign}   ${name}: ${value}${note}`);
}
