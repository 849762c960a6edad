import { split } from "shlex";
import { powershellWords } from "../powershell/words.ts";
import type { Command } from "./command.ts";

/**
 * The words of a command as a shell passes them on, without what it is piped into.
 *
 * @throws Error for quotes that do not end
 */
export function shellWords({ text, shell }: Pick<Command, "text" | "shell">): readonly string[] {
  const words = splitters[shell](text);
  const end = words.findIndex(
    (word, index) => index > 0 && /^(?:[|;]|&&|\|\||[12]?>.*|<<.*|#)$/.test(word),
  );
  return (end < 0 ? words : words.slice(0, end)).map((word) =>
    word.replace(/^(https?:.*);$/, "$1"),
  );
}

const splitters: Readonly<Record<Command["shell"], (text: string) => readonly string[]>> = {
  posix: (text) => split(joinLines(text)),
  // First as `cmd` reads a line, then as a C program splits what it is given.
  cmd: (text) => programWords(withoutCarets(text)),
  // Programs of Windows get the quotes escaped once more.
  powershell: (text) => powershellWords(text).map((word) => word.replace(/\\"/g, '"')),
};

/** A backslash at the end of a line goes on in the next, whatever blanks and marks a copy added. */
function joinLines(text: string): string {
  const joined = text
    .replace(/\\[ \t]*\r?\n(?:> )?/g, " ")
    .replace(/\r?\n/g, "\n")
    .replace(/\\\s*$/, "");
  return firstCommand(joined);
}

/**
 * A command without what stands behind it: its own output, or the next command. Copies lose the
 * backslash at the end of a line, so a line that begins like a word of the command goes on.
 */
function firstCommand(text: string): string {
  const parts = text.split(/('[^']*'|"(?:[^"\\]|\\.)*"|\\.)/g);
  let length = 0;
  for (const [index, part] of parts.entries()) {
    // Every second part is quoted.
    const end = index % 2 === 0 ? part.search(/\n(?=[ \t]*[^\s\-"'$h])|\n(?=[ \t]*h(?!ttp))/) : -1;
    if (end >= 0) return text.slice(0, length + end);
    length += part.length;
  }
  return text;
}

/** A caret makes the next character plain; within quotes of `cmd` it is itself plain. */
function withoutCarets(text: string): string {
  let isQuoted = false;
  let result = "";
  const characters = Array.from(text.replace(/\r\n/g, "\n"));
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? "";
    if (character === '"') isQuoted = !isQuoted;
    if (character !== "^" || isQuoted) {
      result += character;
      continue;
    }
    index += 1;
    const next = characters[index] ?? "";
    // A caret at the end of a line joins it with the next; in front of an empty line it is that line's end.
    if (next !== "\n") result += next;
    else if (characters[index + 1] === "\n") {
      result += "\n";
      index += 1;
    }
  }
  return result;
}

/** @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments */
function programWords(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  let wasClosed = false;
  for (const [token] of line.matchAll(/\\*"|\\+|[^"\\]/gs)) {
    if (token === '"' && wasClosed) {
      // Two quotes within quotes are one of them, and go on.
      word += '"';
      isQuoted = true;
      wasClosed = false;
      continue;
    }
    wasClosed = token === '"' && isQuoted;
    const slashes = /^\\*/.exec(token)?.[0].length ?? 0;
    if (token.endsWith('"')) {
      word = (word ?? "") + "\\".repeat(Math.floor(slashes / 2));
      if (slashes % 2 === 1) word += '"';
      else isQuoted = !isQuoted;
    } else if (/^\s$/.test(token) && !isQuoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? "") + token;
    }
  }
  return word === undefined ? words : [...words, word];
}
