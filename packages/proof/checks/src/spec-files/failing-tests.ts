import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../run.ts";
import { ROOT } from "../workspace.ts";

const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");
const CONFIG = fileURLToPath(new URL("emptied.vitest.config.ts", import.meta.url));

/** What vitest's JSON reporter writes, as far as it matters here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The titles of the tests that fail when no function of a file works. */
export async function failingTests(
  file: string,
  tests: readonly string[],
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-emptied-"));
  const report = join(folder, "report.json");
  try {
    const vitest = [process.execPath, VITEST, "run", "--config", CONFIG, ...tests];
    const reporter = ["--silent=true", "--reporter=json", `--outputFile.json=${report}`];
    await run(["env", `EMPTIED=${file}`, ...vitest, ...reporter]);
    return failuresOf(JSON.parse(readFileSync(report, "utf8")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function failuresOf({ testResults }: Report): readonly string[] {
  return testResults.flatMap(({ name, status, assertionResults }) =>
    // A file that can't even be loaded fails whole.
    status === "failed" && assertionResults.length === 0
      ? [readFileSync(name, "utf8")]
      : assertionResults.filter((each) => each.status === "failed").map((each) => each.fullName),
  );
}
