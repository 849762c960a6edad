import { Command, InvalidArgumentError, Option } from "commander";
import { findProduct, products } from "../cures/products/index.ts";
import { explain } from "../explain/explain.ts";
import { explainRecording } from "../explain/recording.ts";
import { renderExplain } from "../explain/render.ts";
import type { ExplainReport } from "../explain/report.ts";
import { askedAs } from "../given/given.ts";
import { printableJson } from "../terminal/printable.ts";
import { processTerminal } from "../terminal/terminal.ts";
import { connectionOptions } from "./connection-options.ts";
import { exitCode } from "./exit-code.ts";
import type { ExplainFlags } from "./explain-flags.ts";
import { readTarget } from "./explain-target.ts";
import { readHeader } from "./header-option.ts";
import { seconds } from "./numbers.ts";

const codes: Readonly<Record<ExplainReport["verdict"], number>> = {
  readable: exitCode.fine,
  blocked: exitCode.problems,
  depends: exitCode.problems,
  unreachable: exitCode.impossible,
};

export function explainCommand(): Command {
  const command = new Command("explain")
    .description("say why a page's request is blocked, and what cures it")
    .argument(
      "[what...]",
      "a URL, a console line, a cURL command, a call of fetch, or a file with one; - is standard input",
    )
    .allowExcessArguments(false);
  for (const option of [...requestOptions(), ...wayOptions(), ...outputOptions()])
    command.addOption(option);
  return command.action(run);
}

function requestOptions(): readonly Option[] {
  return [
    new Option(
      "-o, --origin <origin>",
      "the page: its origin, its URL, a file: URL, or null (default: https://example.com)",
    ),
    new Option("--url <url>", "the address, where what was given names none"),
    new Option("-X, --request <method>", "the method (default: GET, or POST with a body)"),
    new Option("-H, --header <line>", "a header, 'name: value'; repeat for more")
      .argParser(readHeader)
      .default([], "none"),
    new Option("-d, --data <body>", "the body, as text; @file reads it"),
    new Option("--credentials <mode>", "whether cookies go along").choices([
      "include",
      "same-origin",
      "omit",
    ]),
    new Option("--mode <mode>", "the mode of fetch").choices(["cors", "no-cors", "same-origin"]),
    new Option("--as <kind>", "how the page asks").choices(askedAs),
    new Option("--crossorigin <value>", "the attribute of an element").choices([
      "anonymous",
      "use-credentials",
    ]),
    new Option("--coep <policy>", "the page's Cross-Origin-Embedder-Policy").choices([
      "require-corp",
      "credentialless",
    ]),
    new Option("--upload-progress", "the script listens to the progress of its upload"),
    new Option("--profile <browser>", "whose behaviour (default: chromium)").choices([
      "chromium",
      "firefox",
      "webkit",
      "spec",
    ]),
  ];
}

function wayOptions(): readonly Option[] {
  return [
    new Option("--har <file>", "a recording: lists what failed across origins, and explains one"),
    new Option("--entry <number>", "which entry of the recording").argParser(Number),
    new Option("--offline", "explain the recording itself, and send nothing"),
    new Option("--timeout <seconds>", "how long to wait for each response (default: 10)").argParser(
      seconds,
    ),
    new Option("--no-probes", "send nothing but what the browser sends"),
    ...connectionOptions(),
  ];
}

function outputOptions(): readonly Option[] {
  return [
    new Option("--server <product>", "the product to cure, where nothing gives it away").argParser(
      readProduct,
    ),
    new Option("--not-mine", "the server belongs to someone else"),
    new Option("--show-secrets", "do not mask tokens, cookies and passwords"),
    new Option("--all", "print what is folded otherwise"),
    new Option("--json", "print the report as JSON"),
  ];
}

async function run(what: readonly string[], flags: ExplainFlags): Promise<void> {
  const target = await readTarget(what, flags);
  const isRecording = target.har !== undefined && (flags.offline ?? false);
  const report = isRecording
    ? await explainRecording(target.question, target.har)
    : await explain(target.question);
  print(report, flags, target.listing);
}

function print(report: ExplainReport, flags: ExplainFlags, listing: string): void {
  const text = flags.json
    ? printableJson(report)
    : `${listing}${renderExplain(report, processTerminal(), { all: flags.all })}`;
  process.stdout.write(text);
  process.exitCode = codes[report.verdict];
}

function readProduct(name: string): string {
  const product = findProduct(name);
  if (product) return product.name;
  const names = products.map((each) => each.name);
  throw new InvalidArgumentError(`that is none of the products: ${names.join(", ")}.`);
}
