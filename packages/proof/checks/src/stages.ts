import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.ts";
import {
  settle,
  NOTHING,
  type Tally,
  tallyOfCode,
  tallyOfTotals,
  tallyOfVitest,
  type VitestReport,
} from "./tally.ts";
import { toldOfOutput, toldOfVitest } from "./told.ts";

export interface Stage {
  readonly name: string;
  /** The script of the root package.json that does the same by hand. */
  readonly script: string;
  /** How its tests are counted: it is one itself, it says how many, or vitest does. */
  readonly counts: "code" | "totals" | "vitest";
}

/** Cheap ones first; none depends on another having passed. */
export const STAGES: readonly Stage[] = [
  { name: "format", script: "format:check", counts: "code" },
  { name: "lint", script: "lint", counts: "code" },
  { name: "dead-code", script: "dead-code", counts: "code" },
  { name: "types", script: "typecheck", counts: "vitest" },
  { name: "build", script: "build", counts: "code" },
  { name: "unit", script: "unit", counts: "vitest" },
  { name: "conformance", script: "conformance", counts: "totals" },
  { name: "fuzz", script: "fuzz", counts: "totals" },
  { name: "paths", script: "paths", counts: "totals" },
  { name: "apps", script: "apps", counts: "totals" },
  { name: "packages", script: "packages", counts: "vitest" },
  { name: "smoke", script: "smoke", counts: "vitest" },
  { name: "workers", script: "workers", counts: "vitest" },
  { name: "release", script: "release", counts: "vitest" },
  { name: "size", script: "size", counts: "code" },
  { name: "docs", script: "docs", counts: "vitest" },
  { name: "bench", script: "bench:smoke", counts: "totals" },
  { name: "e2e", script: "e2e", counts: "vitest" },
];

/** How a stage ended, and what there is to tell of it once more at the end of all. */
export interface Outcome {
  readonly tally: Tally;
  readonly told: readonly string[];
}

/** Runs a stage and shows what it prints. */
export async function runStage({ script, counts }: Stage): Promise<Outcome> {
  const pnpm = ["pnpm", "run", "--silent", script];
  if (counts === "vitest") return runVitest(pnpm);
  const { code, output } = await run(pnpm, { echo: true });
  const tally = settle(counts === "code" ? tallyOfCode(code) : tallyOfTotals(output), code);
  return { tally, told: tally.failed > 0 ? toldOfOutput(output) : [] };
}

async function runVitest(script: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-check-"));
  try {
    const file = join(folder, "report.json");
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
    const { code, output } = await run([...script, ...reporters], { echo: true });
    const report = readReport(file);
    if (report === undefined) return { tally: settle(NOTHING, code), told: toldOfOutput(output) };
    return { tally: settle(tallyOfVitest(report), code), told: toldOfVitest(report) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
