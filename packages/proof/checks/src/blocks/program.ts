import { join } from "node:path";
import { publishablePackages, workspacePackages } from "../workspace.ts";
import { type Command, hasScript, isThere, skip } from "./command.ts";
import { helpProblem } from "./help.ts";

type Check = (command: Command) => string | undefined | Promise<string | undefined>;

/** Commands that say nothing about this tree. */
const FOREIGN = ["curl", "git", "mkdir", "echo", "export", "apt-get", "openssl"];
/** Of a package manager, apart from running scripts and installing. */
const BUILT_IN = ["pack", "create", "init", "ci", "why", "view", "login", "whoami", "version"];
const INSTALL = ["install", "i", "add", "remove"];

const CHECKS: Readonly<Record<string, Check>> = {
  npm: managerProblem,
  pnpm: managerProblem,
  bun: (command) => runtimeProblem(command),
  deno: (command) => runtimeProblem(command),
  node: () => undefined,
  cp: ({ words: [, file = ""], directories }) =>
    directories.some((directory) => isThere(join(directory, file)))
      ? undefined
      : `there is no ${file}`,
  npx: (command) => programProblem(skip(command, 1)),
  bunx: (command) => programProblem(skip(command, 1)),
  crossgate: ({ words }) => helpProblem("crossgate", words),
  wrangler: ({ words }) => helpProblem("wrangler", words),
};

/** What a command says that this tree, or the program itself, does not have. */
export async function programProblem(command: Command): Promise<string | undefined> {
  const words = command.words.slice(command.words.findIndex((word) => !word.startsWith("-")));
  const program = (words[0] ?? "").replace(/(?<=.)@.+$/, "");
  const check = Object.hasOwn(CHECKS, program) ? CHECKS[program] : undefined;
  if (check !== undefined) return check({ ...command, words });
  if (FOREIGN.includes(program) || isDependency(program)) return undefined;
  return `${program} is not known here: mark the block <!-- not checked: why -->`;
}

function managerProblem(command: Command): string | undefined | Promise<string | undefined> {
  const { directories, words } = inPackage(skip(command, 1));
  const [verb = "", ...rest] = words;
  if (verb === "") return directories.length === 0 ? "no such package" : undefined;
  if (INSTALL.includes(verb)) return installProblem(rest);
  if (verb === "exec" || verb === "dlx") return programProblem({ words: rest, directories });
  if (BUILT_IN.includes(verb)) return undefined;
  const script = (verb === "run" ? rest.find((word) => !word.startsWith("-")) : verb) ?? "";
  return hasScript(directories, script) ? undefined : `no script ${script}`;
}

/** What `--filter` and `-C` mean, without them. */
function inPackage({ words, directories }: Command): Command {
  const [flag = "", value = ""] = words;
  if (flag === "--filter" || flag === "-F") {
    const found = workspacePackages().filter(({ name }) => name === value);
    return inPackage({ words: words.slice(2), directories: found.map((each) => each.directory) });
  }
  if (flag === "-C" || flag === "--prefix") {
    return inPackage({ words: words.slice(2), directories: [value] });
  }
  return flag.startsWith("-")
    ? inPackage({ words: words.slice(1), directories })
    : { words, directories };
}

function runtimeProblem({ words }: Command): string | undefined | Promise<string | undefined> {
  const [, verb = "", ...rest] = words;
  if (verb === "x") return programProblem({ words: rest, directories: [] });
  return INSTALL.includes(verb) ? installProblem(rest) : undefined;
}

/** A package of ours that is told to be installed must be one that is published, and there. */
function installProblem(words: readonly string[]): string | undefined {
  const ours = words.filter((word) =>
    /^(?:(?:jsr|npm):)?(?:@crossgate\/|crossgate(?:@|$))/.test(word),
  );
  const missing = ours.filter((word) => {
    const name = word.replace(/^(?:jsr|npm):/, "").replace(/(?<=.)@[^/]+$/, "");
    const found = publishablePackages().find((each) => each.name === name);
    if (found === undefined) return true;
    return word.startsWith("jsr:") && !isThere(join(found.directory, "jsr.json"));
  });
  return missing.length === 0 ? undefined : `not published: ${missing.join(", ")}`;
}

function isDependency(name: string): boolean {
  return workspacePackages().some(
    ({ manifest }) =>
      ({ ...manifest.dependencies, ...manifest.devDependencies })[name] !== undefined,
  );
}
