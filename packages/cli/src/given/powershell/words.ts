/** A piece of PowerShell: a word or a string, or a mark between them. */
export interface Token {
  readonly text: string;
  readonly kind: "word" | "string" | "mark";
}

/** What a backtick makes of the next character. */
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "0": "\0" };
const token =
  /`\r?\n|`(?=[ \t]*\r?\n)|'((?:[^']|'')*)'|"((?:[^"`]|`[^]|"")*)"|(@\{|[{}(),;=\n])|((?:[^\s'"(){},;=`]|`.)+)|[^\S\n]+|[^]/g;

/** Splits a command of PowerShell. A part that is computed at run time stays as it is written. */
export function readTokens(text: string): readonly Token[] {
  return [...text.matchAll(token)].flatMap(([, single, double, mark, word]): readonly Token[] => {
    if (single !== undefined) return [{ kind: "string", text: single.replaceAll("''", "'") }];
    if (double !== undefined) return [{ kind: "string", text: unescaped(double) }];
    if (mark !== undefined) return [{ kind: "mark", text: mark }];
    return word === undefined ? [] : [{ kind: "word", text: unescaped(word) }];
  });
}

/** The words that a program gets. */
export function powershellWords(text: string): readonly string[] {
  return joinTouching(text.replace(/`[ \t]*\r?\n/g, " ").split("\n")[0] ?? "");
}

/** A string that touches a word is a part of it. */
function joinTouching(line: string): readonly string[] {
  return [...line.matchAll(/(?:'(?:[^']|'')*'|"(?:[^"`]|`[^]|"")*"|[^\s'"])+/g)].map(([word]) =>
    word.replace(/'((?:[^']|'')*)'|"((?:[^"`]|`[^]|"")*)"/g, (_, single?: string, double = "") =>
      single === undefined ? unescaped(String(double)) : single.replaceAll("''", "'"),
    ),
  );
}

function unescaped(text: string): string {
  return text.replaceAll('""', '"').replace(/`([^])/g, (_, next: string) => escapes[next] ?? next);
}
