import { join } from "node:path";
import { run } from "../run.ts";
import { ROOT } from "../workspace.ts";

const PROGRAMS = {
  crossgate: join(ROOT, "packages/cli/src/bin.ts"),
  wrangler: join(ROOT, "packages/cloudflare/node_modules/wrangler/bin/wrangler.js"),
};

const asked = new Map<string, Promise<string>>();

/** A subcommand or an option of a command line that the program's own help does not know. */
export async function helpProblem(
  program: keyof typeof PROGRAMS,
  words: readonly string[],
): Promise<string | undefined> {
  const options = words.findIndex((word) => word.startsWith("-"));
  const leading = words.slice(1, options === -1 ? undefined : options);
  const text = await help(program, leading);
  // A group lists its commands, and so does a program that was asked for a command it does not have.
  if (leading.length > 0 && /^commands:?$/im.test(text)) return "no such subcommand";
  const flags = words.flatMap((word) => /^--?[a-zA-Z][\w-]*/.exec(word) ?? []);
  const unknown = flags.filter((flag) => !new RegExp(`(?:^|[\\s,])${flag}\\b`, "m").test(text));
  return unknown.length === 0 ? undefined : `no option ${unknown.join(", ")}`;
}

function help(program: keyof typeof PROGRAMS, words: readonly string[]): Promise<string> {
  const key = [program, ...words].join(" ");
  const known = asked.get(key);
  if (known !== undefined) return known;
  const command = [process.execPath, PROGRAMS[program], ...words, "--help"];
  const text = run(command, { timeLimit: 60_000 }).then(({ output }) => output);
  asked.set(key, text);
  return text;
}
