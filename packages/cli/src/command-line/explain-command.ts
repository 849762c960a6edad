import type { Profile } from "@crossgate/browser";
import { Command, InvalidArgumentError, Option } from "commander";
import { explain } from "../explain/explain.ts";
import { renderExplain } from "../explain/render.ts";
import type { ExplainReport } from "../explain/report.ts";
import { printableJson } from "../terminal/printable.ts";
import { processTerminal } from "../terminal/terminal.ts";
import { exitCode } from "./exit-code.ts";
import { seconds } from "./numbers.ts";

type Header = readonly [name: string, value: string];

interface Flags {
  readonly origin?: string;
  readonly request?: string;
  readonly header: readonly Header[];
  readonly data?: string;
  readonly credentials?: RequestCredentials;
  readonly profile: Profile;
  readonly timeout: number;
  readonly probes: boolean;
  readonly json?: boolean;
}

const codes: Readonly<Record<ExplainReport["verdict"], number>> = {
  readable: exitCode.fine,
  blocked: exitCode.problems,
  unreachable: exitCode.impossible,
};

export function explainCommand(): Command {
  return new Command("explain")
    .description("say step by step what a browser does with a page's request, and how to mend it")
    .argument("<url>", "what the script fetches")
    .option("-o, --origin <origin>", "the page's origin, or null (default: https://example.com)")
    .option("-X, --request <method>", "the method (default: GET, or POST with a body)")
    .option("-H, --header <line>", "a header, 'name: value'; repeat for more", readHeader, [])
    .option("-d, --data <body>", "the body, as text")
    .addOption(
      new Option("--credentials <mode>", "whether cookies go along").choices([
        "include",
        "same-origin",
        "omit",
      ]),
    )
    .addOption(
      new Option("--profile <browser>", "whose behaviour")
        .choices(["chromium", "firefox", "webkit", "spec"])
        .default("chromium"),
    )
    .option("--timeout <seconds>", "how long to wait for each answer", seconds, 10_000)
    .option("--no-probes", "send nothing but what the browser sends")
    .option("--json", "print the report as JSON")
    .action(run);
}

async function run(url: string, flags: Flags): Promise<void> {
  const report = await explain({
    url,
    origin: flags.origin,
    method: flags.request ?? (flags.data === undefined ? undefined : "POST"),
    headers: flags.header,
    body: flags.data,
    credentials: flags.credentials,
    profile: flags.profile,
    timeout: flags.timeout,
    probes: flags.probes,
  });
  const text = flags.json ? printableJson(report) : renderExplain(report, processTerminal());
  process.stdout.write(text);
  process.exitCode = codes[report.verdict];
}

function readHeader(line: string, before: readonly Header[]): readonly Header[] {
  const colon = line.indexOf(":");
  if (colon < 1) throw new InvalidArgumentError("Write it as 'name: value'.");
  return [...before, [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
}
