import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.ts";
import { judge, type Tally, tallyOfTotals, tallyOfVitest, type VitestReport } from "./tally.ts";

export interface Stage {
  readonly name: string;
  /** The script of the root package.json that does the same by hand. */
  readonly script: string;
  readonly vitest?: boolean;
}

/** Cheap ones first; none depends on another having passed. */
export const STAGES: readonly Stage[] = [
  { name: "format", script: "format:check" },
  { name: "lint", script: "lint" },
  { name: "types", script: "typecheck" },
  { name: "build", script: "build" },
  { name: "unit", script: "unit", vitest: true },
  { name: "conformance", script: "conformance" },
  { name: "packages", script: "packages" },
  { name: "size", script: "size" },
  { name: "docs", script: "docs" },
  { name: "bench", script: "bench:smoke" },
  { name: "e2e", script: "e2e", vitest: true },
];

/** Runs a stage and shows what it prints. */
export async function runStage({ script, vitest }: Stage): Promise<Tally> {
  const pnpm = ["pnpm", "run", "--silent", script];
  if (!vitest) {
    const result = await run(pnpm, { echo: true });
    return judge(tallyOfTotals(result), result.code);
  }
  const folder = mkdtempSync(join(tmpdir(), "crossgate-check-"));
  try {
    const file = join(folder, "report.json");
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
    const { code } = await run([...pnpm, ...reporters], { echo: true });
    return judge(readReport(file), code);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readReport(file: string): Tally {
  try {
    const report: VitestReport = JSON.parse(readFileSync(file, "utf8"));
    return tallyOfVitest(report);
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
