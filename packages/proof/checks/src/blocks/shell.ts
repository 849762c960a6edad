import { dirname, join, normalize } from "node:path";
import { parse } from "shell-quote";
import { isThere } from "./command.ts";
import { programProblem } from "./program.ts";

const TREE = /^(?:\.\/)?(?:packages|workers|examples|docs|\.ci|\.changeset)\//;

/** What a shell block says that this tree does not have. */
export async function shellProblem(page: string, code: string): Promise<string | undefined> {
  let directories = ownDirectories(page);
  const problems: string[] = [];
  for (const words of commandsOf(code)) {
    const [program, target = ""] = words;
    if (program === "cd") {
      const found = ["", ...directories].map((directory) => join(directory, target)).find(isThere);
      if (found === undefined) problems.push(`cd ${target}: no such folder`);
      else directories = [normalize(found)];
      continue;
    }
    const missing = words.filter((word) => TREE.test(word) && !isThere(word));
    problems.push(...missing.map((word) => `there is no ${word}`));
    const problem = await programProblem({ words, directories });
    if (problem !== undefined) problems.push(`${words.join(" ")}: ${problem}`);
  }
  return problems.length === 0 ? undefined : problems.join("\n");
}

/** The words of every command, without variables, redirections and comments. */
export function commandsOf(code: string): readonly (readonly string[])[] {
  return code
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n")
    .flatMap((line) => {
      const commands: string[][] = [[]];
      for (const entry of parse(line, (name) => `$${name}`)) {
        if (typeof entry === "string") commands.at(-1)?.push(entry);
        else if ("comment" in entry) break;
        else if (entry.op === "glob") commands.at(-1)?.push(entry.pattern);
        else commands.push([]);
      }
      return commands.map(withoutVariables).filter((words) => words.length > 0);
    });
}

function withoutVariables(words: readonly string[]): readonly string[] {
  return words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word)));
}

function ownDirectories(page: string): readonly string[] {
  const directory = dirname(page);
  const hasManifest = isThere(join(directory, "package.json"));
  return hasManifest && directory !== "." ? [directory, "."] : ["."];
}
