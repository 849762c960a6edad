import { shellWords } from "../curl/words.ts";
import type { Given } from "../given.ts";
import { readHttpie } from "./httpie.ts";
import { readWget } from "./wget.ts";

const command = /^(?:[$#>%]\s+)?(wget|https?|xhs?)(?:\.exe)?\s+(?=\S)/;

/** Whether a text is a command of wget, HTTPie or xh. */
export function isCommand(text: string): boolean {
  return command.test(text);
}

/**
 * Reads a command of wget, HTTPie or xh.
 *
 * @throws Error for quotes that do not end
 */
export function readCommand(text: string): Given | undefined {
  const words = shellWords({ text: text.replace(/^[$#>%]\s+/, ""), shell: "posix" });
  return readCommandWords(words);
}

/** The same for words that a shell has split already. */
export function readCommandWords(words: readonly string[]): Given | undefined {
  const [program = ""] = words;
  return program.startsWith("wget") ? readWget(words) : readHttpie(words);
}
