/** A job of a workflow, as far as its rights and its commands go. */
export interface Job {
  readonly permissions?: "read-all" | "write-all" | Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly container?: string | { readonly image: string };
  readonly env?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Commands that neither install anything nor run a file of the tree. All others may do both. */
const HARMLESS: readonly RegExp[] = [
  /^(?:\[|cat|continue|echo|exit|grep|jq|read|sha256sum|test|true)(?: |$)/,
  /^git (?:add|apply|commit|config user\.(?:name|email)|diff|log|push|rev-parse|switch)(?: |$)/,
  /^gh (?:auth setup-git|pr (?:create|edit)|release create|workflow run)(?: |$)/,
  /^npm view(?: |$)/,
  /^npm publish (?=.*--ignore-scripts(?: |$))/,
  /^deno publish(?: |$)/,
];

/** Actions that do as little. */
const HARMLESS_ACTION =
  /^(?:actions\/(?:checkout|setup-node|(?:download|upload)-artifact)|denoland\/setup-deno)@/;

/** Words before a command. */
const BEFORE = /^(?:(?:!|do|done|elif|else|esac|fi|if|then|until|while|[A-Za-z_]\w*=\S*)(?: +|$))+/;
/** A comment, a string in single quotes, one in double quotes. */
const QUOTED = /(^|\s)#.*$|'([^']*)'|"((?:[^"\\]|\\[^])*)"/gm;
const REDIRECTION = /\d*(?:[<>]{1,2}&?|&>) *[^\s<>()]+/g;

/**
 * What a job that can write does and must not. A dependency gone bad that runs in it, or before
 * its token is handed out, has the token: a hook of git or an entry in `$GITHUB_PATH` is enough.
 */
export function writingJobProblems({ permissions = {}, env = {}, steps = [] }: Job): string[] {
  const canWrite = permissions === "write-all" || Object.values(permissions).includes("write");
  if (!canWrite) return [];
  const commands = steps.flatMap(({ run = "" }) => commandsOf(run));
  return [
    ...commands
      .filter((command) => !HARMLESS.some((harmless) => harmless.test(command)))
      .map((command) => `"${command}" in a job that can write: it may run what the tree holds`),
    ...steps.flatMap(({ uses }) =>
      uses === undefined || HARMLESS_ACTION.test(uses) ? [] : [`${uses} in a job that can write`],
    ),
    ...steps.flatMap(({ shell = "bash" }) =>
      shell === "bash" ? [] : [`the shell "${shell}" in a job that can write`],
    ),
    ...(commands.some((command) => command.startsWith("git ")) && !hasNoHooks(env)
      ? ["git in a job that can write: point core.hooksPath at /dev/null, in the job's env"]
      : []),
  ];
}

/** Also those in `$(…)`. What stands in double quotes is taken for commands rather than overlooked. */
function commandsOf(script: string): readonly string[] {
  return script
    .replaceAll(/\\\n\s*/g, " ")
    .replaceAll(QUOTED, (_, space = "", single?: string, double?: string) =>
      double === undefined ? `${space}${word(single)}` : double.replaceAll("'", ""),
    )
    .replaceAll(/\$\{(\w+)\}/g, "$$$1")
    .replaceAll(REDIRECTION, "")
    .split(/\|\||&&|\$\(|[\n;&|(){}`]/)
    .map((command) => command.trim().replace(BEFORE, ""))
    .filter((command) => command !== "");
}

/** What is in single quotes runs nothing, unless it is the command itself. */
function word(single = ""): string {
  return single.replaceAll(/[^\w./-]/g, "_");
}

function hasNoHooks(env: Readonly<Record<string, unknown>>): boolean {
  return (
    Number(env["GIT_CONFIG_COUNT"]) === 1 &&
    env["GIT_CONFIG_KEY_0"] === "core.hooksPath" &&
    env["GIT_CONFIG_VALUE_0"] === "/dev/null"
  );
}
