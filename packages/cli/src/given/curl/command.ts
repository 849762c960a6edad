/** A command as it was typed, and what tells how its words are to be split. */
export interface Command {
  /** From the program's name on. */
  readonly text: string;
  readonly shell: "posix" | "cmd" | "powershell";
  /** What a here-document gives to standard input. */
  readonly input: string | undefined;
}

/** What may stand in front of a command on its line: a prompt, variables, another program. */
const before =
  /^[ \t]*(?:(?:PS )?[A-Z]:\\[^>\n]*>[ \t]*|[^\n'"|]{0,80}?[$#%>❯➜λ][ \t]+(?:[~/\w.-]*[ \t]+)?)?(?:[^\n|]*\|[ \t]*)?(?:\w+=\S*[ \t]+)*(?:(?:sudo|time|command)[ \t]+)*(?:[\w.~/-]*\/)?$/;
/** The program, with something behind it that is an option or an address: prose has neither. */
const program =
  /curl(?:\.exe)?\s+(?=["'^“‘`$%\\@[]|[-‐‑‒–—]|[a-z][a-z\d+.-]*:\/\/|localhost\b|[\w-]+(?:\.[\w-]+)+|[\w.-]+:\d)/gi;
const hereDocument = /<<-?\s*(['"]?)(\w+)\1[^\n]*\n([^]*?)\n[ \t]*\2\b/;

/**
 * The first cURL command of a text, without the parts that a copy has around it. These are a
 * prompt, comments, the fence of a document, marks of a quotation, and a command that pipes into
 * it.
 *
 * @returns undefined where there is none
 */
export function findCommand(text: string): Command | undefined {
  const bare = withoutFence(text);
  for (const { index } of bare.matchAll(program)) {
    const line = bare.slice(bare.lastIndexOf("\n", index) + 1, index);
    if (!before.test(line)) continue;
    const rest = bare.slice(index);
    const [, , , input] = hereDocument.exec(rest) ?? [];
    const variables = variablesOf(bare.slice(0, index));
    const own = filledIn(plainPunctuation(rest.replace(hereDocument, "")), variables);
    return { text: own, shell: shellOf(line, own), input };
  }
  return undefined;
}

/** What the lines in front of a command set. */
function variablesOf(text: string): ReadonlyMap<string, string> {
  const set =
    /^[ \t]*(?:[$#%>][ \t]+)?(?:export[ \t]+|set[ \t]+)?(\w+)=(["']?)([^"'\s$`]*)\2[ \t]*;?[ \t]*$/gm;
  return new Map([...text.matchAll(set)].map(([, name = "", , value = ""]) => [name, value]));
}

function filledIn(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{?(\w+)\}?|%(\w+)%/g, (all, posix?: string, cmd?: string) => {
    return variables.get(posix ?? cmd ?? "") ?? all;
  });
}

function withoutFence(text: string): string {
  const lines = text.trim().split("\n");
  const isQuoted = lines.length > 1 && lines.every((line) => line.startsWith(">"));
  const bare = isQuoted ? lines.map((line) => line.replace(/^> ?/, "")).join("\n") : text;
  return bare.replace(/^\s*```[^\n`]*$/gm, "").replace(/^\s*`([^`\n]+)`\s*$/, "$1");
}

/** What editors make of quotes and dashes. */
function plainPunctuation(text: string): string {
  return text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/(?<=\s)[—―](?=\w)/g, "--")
    .replace(/(?<=\s)[‐‑‒–](?=\w)/g, "-")
    .replace(/(?<=\s)[‐‑‒–]{2}(?=\w)/g, "--");
}

function shellOf(prompt: string, text: string): Command["shell"] {
  if (/PS [^>]*>/.test(prompt) || /`[ \t]*\r?\n/.test(text)) return "powershell";
  // Windows' command prompt escapes by a caret, or doubles the quotes within quotes.
  const isCmd = /[A-Z]:\\[^>]*>/.test(prompt) || /\^["\r\n]/.test(text);
  const doubled = !/(?:^|\s)\$?'/.test(text) && /[^\s="]""[^\s"]|[{[:,]""|""[}\]:,]/.test(text);
  return isCmd || doubled ? "cmd" : "posix";
}
