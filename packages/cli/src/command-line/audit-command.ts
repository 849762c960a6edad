import { Command } from "commander";
import { audit } from "../audit/audit.ts";
import { renderAudit } from "../audit/render.ts";
import type { AuditReport } from "../audit/report.ts";
import { createProgress } from "../terminal/progress.ts";
import { printableJson } from "../terminal/printable.ts";
import { processTerminal } from "../terminal/terminal.ts";
import { exitCode } from "./exit-code.ts";
import { positive, seconds } from "./numbers.ts";

interface Flags {
  readonly allowed: readonly string[];
  readonly rate: number;
  readonly maxRequests: number;
  readonly timeout: number;
  readonly json?: boolean;
}

const codes: Readonly<Record<AuditReport["verdict"], number>> = {
  clean: exitCode.fine,
  findings: exitCode.problems,
  incomplete: exitCode.impossible,
  unreachable: exitCode.impossible,
};

export function auditCommand(): Command {
  return new Command("audit")
    .description("try the known attacks on an endpoint of your own")
    .argument("<url>", "an endpoint that answers GET; for servers you are responsible for")
    .option(
      "-a, --allowed <origin>",
      "an origin that is meant to be allowed; repeat for more",
      add,
      [],
    )
    .option("--rate <number>", "requests a second", positive, 5)
    .option("--max-requests <number>", "requests altogether", positive, 150)
    .option("--timeout <seconds>", "how long to wait for each answer", seconds, 5000)
    .option("--json", "print the report as JSON")
    .action(run);
}

async function run(
  url: string,
  { allowed, rate, maxRequests, timeout, json }: Flags,
): Promise<void> {
  const terminal = processTerminal();
  const progress = createProgress(terminal);
  const onProgress = (done: number, total: number): void => progress.update(done, total);
  try {
    const report = await audit({ url, allowed, rate, maxRequests, timeout, onProgress });
    progress.stop();
    const text = json ? printableJson(report) : renderAudit(report, terminal);
    process.stdout.write(text);
    process.exitCode = codes[report.verdict];
  } finally {
    progress.stop();
  }
}

function add(origin: string, before: readonly string[]): readonly string[] {
  return [...before, origin];
}
