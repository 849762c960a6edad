import type { Passage } from "./passage.ts";
import { RULES } from "./rules.ts";
import { sentencesOf } from "./sentences.ts";

/**
 * Finds the sentences of a passage that break a rule.
 *
 * @param ids the ids that a table of the tree explains
 * @returns the line, the rule with the words that break it, and the sentence
 */
export function findingsIn(passage: Passage, ids: ReadonlySet<string>): readonly string[] {
  const rules = RULES.filter(({ kinds }) => kinds?.includes(passage.kind) ?? true);
  return sentencesOf(passage).flatMap((sentence) =>
    rules.flatMap(({ name, find }) => {
      const found = find(sentence, ids);
      return found === undefined ? [] : [`${sentence.line}: ${name} (${found}): ${sentence.text}`];
    }),
  );
}
