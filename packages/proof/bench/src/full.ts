import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { countPreflights } from "@crossgate/testkit/preflights";
import { findingsOf } from "./findings.ts";
import { measureThroughput } from "./http/throughput.ts";
import type { Findings } from "./measure/all.ts";
import type { Allocation } from "./measure/allocation.ts";
import { tell } from "./quick.ts";
import { measureBounds } from "./bounds/measure.ts";
import { page } from "./report/page.ts";
import type { Results } from "./report/results.ts";
import { ask, pathOf, RUNTIMES } from "./runtimes.ts";
import { measureColdStarts } from "./startup/cold.ts";
import { measureConstructions } from "./startup/origins.ts";
import { measureSizes } from "./startup/size.ts";
import { measureWorkerStarts } from "./startup/workerd.ts";

const PAGE = pathOf("../../../../docs/benchmarks.md");

/** Measures everything, one thing at a time, and writes it down. */
export async function runAll(): Promise<void> {
  const begin = performance.now();
  const findings = await inTurn(RUNTIMES, async (runtime) => {
    const found = await findingsOf(runtime, false);
    tell(found);
    return found;
  });
  if (findings.some(({ problems }) => problems.length > 0)) {
    throw new Error("what answers wrongly is not timed");
  }
  const results = await measureRest(findings);
  await writeFile(PAGE, page(results, (performance.now() - begin) / 60_000));
  execFileSync(pathOf("../../../../node_modules/.bin/oxfmt"), [PAGE], { stdio: "inherit" });
  console.log(`wrote ${PAGE}`);
}

async function measureRest(findings: readonly Findings[]): Promise<Results> {
  const throughputs = await inTurn(RUNTIMES, (runtime) => measureThroughput(runtime));
  console.log("requests per second: measured");
  const coldStarts = await measureColdStarts();
  const workerStarts = await measureWorkerStarts();
  console.log("starts: measured");
  const constructions = await measureConstructions();
  console.log("long lists: measured");
  const allocate = (runtime: "deno" | "node"): Promise<readonly Allocation[]> =>
    ask(runtime, "allocation.ts", [], { seesHeap: true });
  const allocations = { Node: await allocate("node"), Deno: await allocate("deno") };
  const sizes = await measureSizes();
  const bounds = await measureBounds();
  const starts = { coldStarts, workerStarts, constructions };
  const rest = { findings, throughputs, ...starts, allocations, sizes, bounds };
  const economy = await countPreflights().catch((error: unknown) => {
    console.log("no count of preflights:", error);
  });
  return economy ? { ...rest, economy } : rest;
}

async function inTurn<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
