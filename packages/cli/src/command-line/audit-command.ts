import { Command, Option } from "commander";
import { audit } from "../audit/audit.ts";
import { renderAudit } from "../audit/render.ts";
import type { AuditReport } from "../audit/report.ts";
import { readSignedIn } from "../audit/signed-in.ts";
import type { GivenHeader } from "../given/given.ts";
import { createProgress } from "../terminal/progress.ts";
import { printableJson } from "../terminal/printable.ts";
import { processTerminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { connectionOf, connectionOptions, type ConnectionFlags } from "./connection-options.ts";
import { exitCode } from "./exit-code.ts";
import { readHeader } from "./header-option.ts";
import { positive, seconds } from "./numbers.ts";
import { readFileText } from "./read-file.ts";

interface Flags extends ConnectionFlags {
  readonly header: readonly GivenHeader[];
  readonly har?: string;
  readonly entry?: number;
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
  const command = new Command("audit")
    .description("try the known attacks on an endpoint of your own")
    .argument("[url]", "an endpoint that answers GET; for servers you are responsible for")
    .addOption(
      new Option("-a, --allowed <origin>", "an origin that is meant to be allowed; repeat for more")
        .argParser(add)
        .default([], "the URL's own origin"),
    )
    .addOption(
      new Option("-H, --header <line>", "a header of someone who is signed in; repeat for more")
        .argParser(readHeader)
        .default([], "none"),
    )
    .option("--har <file>", "a recording: URL, cookies and tokens of one of its requests")
    .option("--entry <number>", "which entry of the recording", Number)
    .option("--rate <number>", "requests a second", positive, 5)
    .option("--max-requests <number>", "requests altogether", positive, 150)
    .addOption(
      new Option("--timeout <seconds>", "how long to wait for each response")
        .argParser(seconds)
        .default(5000, "5"),
    )
    .option("--json", "print the report as JSON");
  for (const option of connectionOptions()) command.addOption(option);
  return command.action(run);
}

async function run(given: string | undefined, flags: Flags): Promise<void> {
  const { allowed, rate, maxRequests, timeout, json } = flags;
  const { url, headers } = targetOf(given, flags);
  const terminal = processTerminal();
  const progress = createProgress(terminal, "requests");
  const onProgress = (done: number, total: number): void => progress.update(done, total);
  try {
    const connection = connectionOf(flags);
    const pace = { rate, maxRequests, timeout, onProgress };
    const report = await audit({ url, allowed, headers, connection, ...pace });
    progress.stop();
    const text = json ? printableJson(report) : renderAudit(report, terminal);
    process.stdout.write(text);
    process.exitCode = codes[report.verdict];
  } finally {
    progress.stop();
  }
}

/** What is audited, and as whom. */
function targetOf(
  given: string | undefined,
  { har, entry, header }: Flags,
): { readonly url: string; readonly headers: readonly GivenHeader[] } {
  if (har === undefined) {
    if (given === undefined)
      throw new UsageError("Give the URL of an endpoint, or --har with a file.");
    return { url: given, headers: header };
  }
  const recorded = readSignedIn(readFileText(har), entry);
  return { url: given ?? recorded.url, headers: [...recorded.headers, ...header] };
}

function add(origin: string, before: readonly string[]): readonly string[] {
  return [...before, origin];
}
