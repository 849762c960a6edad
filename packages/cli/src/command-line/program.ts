import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { maskSecrets } from "../explain/secrets.ts";
import { printable, printableLines } from "../terminal/printable.ts";
import { UsageError } from "../usage-error.ts";
import { auditCommand } from "./audit-command.ts";
import { exitCode } from "./exit-code.ts";
import { explainCommand } from "./explain-command.ts";
import { lintCommand } from "./lint-command.ts";
import { suggestCommand } from "./suggest-command.ts";

/** A message may quote what was typed, which may be anything. */
const longestError = 700;

function program(): Command {
  const root = new Command("crossgate")
    .description("CORS explained, audited, linted and suggested")
    .version(version(), "-V, --version", "print the version")
    .addCommand(explainCommand())
    .addCommand(auditCommand())
    .addCommand(lintCommand())
    .addCommand(suggestCommand());
  for (const command of [root, ...root.commands]) {
    const name = command === root ? "" : ` ${command.name()}`;
    // All of the help would push the error off the screen.
    command.exitOverride().showHelpAfterError(`crossgate${name} --help lists the options.`);
    // Its errors quote what was typed, which may have been copied from anywhere.
    command.configureOutput({ writeErr: (text) => process.stderr.write(printableLines(text)) });
  }
  return root;
}

/** The package's own; its file lies beside the folder of this program, however that is called. */
function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** Runs the command line; the exit code is the process's. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(withCurlApart(args), { from: "user" });
  } catch (error) {
    process.exitCode = explainError(error);
  }
}

/** Behind `explain … curl` every word is that program's, its options too. */
function withCurlApart(args: readonly string[]): readonly string[] {
  const place = args.findIndex((word) => /^(?:curl(?:\.exe)?|wget|https?|xhs?)$/.test(word));
  if (args[0] !== "explain" || place < 1 || args[place - 1] === "--") return args;
  return [...args.slice(0, place), "--", ...args.slice(place)];
}

function explainError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCode.impossible;
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`crossgate: ${printable(maskSecrets(error.message), longestError)}\n`);
  return exitCode.impossible;
}
