import { readFileSync } from "node:fs";
import { text as readText } from "node:stream/consumers";
import { Command } from "commander";
import { renderSuggest } from "../suggest/render.ts";
import { suggest } from "../suggest/suggest.ts";
import { printableJson } from "../terminal/printable.ts";
import { processTerminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { exitCode } from "./exit-code.ts";
import { positive } from "./numbers.ts";

interface Flags {
  readonly atLeast: number;
  readonly module?: boolean;
  readonly json?: boolean;
}

export function suggestCommand(): Command {
  return new Command("suggest")
    .description("make the tightest policy that would have served a log")
    .argument("<log>", "JSON lines of verdicts, or an access log with origins; - is standard input")
    .option("--at-least <number>", "leave out origins that asked less often", positive, 1)
    .option("--module", "print the policy alone, as a module for lint")
    .option("--json", "print the report as JSON")
    .action(run);
}

async function run(path: string, { atLeast, module: isModule, json }: Flags): Promise<void> {
  const report = suggest({ log: await logOf(path), atLeast });
  const text = json
    ? printableJson(report)
    : isModule
      ? (report.module ?? "")
      : renderSuggest(report, processTerminal());
  process.stdout.write(text);
  process.exitCode = report.policy ? exitCode.fine : exitCode.problems;
}

async function logOf(path: string): Promise<string> {
  if (path === "-") return readText(process.stdin);
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : ""}`);
  }
}
