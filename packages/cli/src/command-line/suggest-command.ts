import { Command } from "commander";
import { renderSuggest } from "../suggest/render.ts";
import type { SuggestReport } from "../suggest/report.ts";
import { suggest } from "../suggest/suggest.ts";
import { printable, printableJson } from "../terminal/printable.ts";
import { createProgress } from "../terminal/progress.ts";
import { processTerminal } from "../terminal/terminal.ts";
import { exitCode } from "./exit-code.ts";
import { openLogs } from "./logs.ts";
import { positive } from "./numbers.ts";

interface Flags {
  readonly atLeast: number;
  readonly patterns?: boolean;
  readonly module?: boolean;
  readonly json?: boolean;
}

export function suggestCommand(): Command {
  return new Command("suggest")
    .description("make the tightest policy that would have served a log")
    .argument(
      "<log...>",
      "JSON lines of verdicts, or access logs with origins; a name with .gz is unpacked; - is standard input",
    )
    .option("--at-least <number>", "leave out origins that asked less often", positive, 1)
    .option("--patterns", "write one pattern for three or more hosts of a domain")
    .option("--module", "print the policy alone, as a module for lint")
    .option("--json", "print the report as JSON")
    .action(run);
}

async function run(paths: readonly string[], flags: Flags): Promise<void> {
  const { atLeast, patterns, module: isModule, json } = flags;
  const terminal = processTerminal();
  const progress = createProgress(terminal, "MB");
  try {
    const log = openLogs(paths, (done, total) => progress.update(done, total));
    const report = await suggest({ log, atLeast, patterns });
    progress.stop();
    const text = json
      ? printableJson(report)
      : isModule
        ? (report.module ?? "")
        : renderSuggest(report, terminal);
    process.stdout.write(text);
    // What is written into a file would be empty, and say nothing.
    if (isModule && !report.policy) process.stderr.write(whyNone(report));
    process.exitCode = report.policy ? exitCode.fine : exitCode.problems;
  } finally {
    progress.stop();
  }
}

function whyNone({ denied, notes }: SuggestReport): string {
  const reasons = denied.slice(0, 5).map(({ origin, reason }) => `${origin}: ${reason}`);
  const lines = [...reasons, ...notes].map((line) => `  ${printable(line, 600)}\n`);
  return `crossgate: the log gives no policy.\n${lines.join("")}`;
}
