import { Command } from "commander";
import { lint } from "../lint/lint.ts";
import { renderLint } from "../lint/render.ts";
import { printableJson } from "../terminal/printable.ts";
import { processTerminal } from "../terminal/terminal.ts";
import { exitCode } from "./exit-code.ts";

interface Flags {
  readonly strict?: boolean;
  readonly env?: string;
  readonly json?: boolean;
}

export function lintCommand(): Command {
  return new Command("lint")
    .description("say in plain words what a policy allows, and what is doubtful about it")
    .argument(
      "<module>",
      "a module whose default export is options, a Cors, another gate, or a function of env; it is run",
    )
    .option(
      "--env <file>",
      "the variables of a policy that is a function of env, such as .dev.vars",
    )
    .option("--strict", "end with 1 on warnings too")
    .option("--json", "print the report as JSON")
    .action(run);
}

async function run(path: string, { strict = false, json = false, env }: Flags): Promise<void> {
  const report = await lint(path, { env });
  const text = json ? printableJson(report) : renderLint(path, report, processTerminal());
  process.stdout.write(text);
  const fails = report.verdict === "invalid" || (strict && report.verdict === "warnings");
  process.exitCode = fails ? exitCode.problems : exitCode.fine;
}
