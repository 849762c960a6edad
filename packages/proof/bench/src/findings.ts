import { startWorkerd } from "./hosts/workerd.ts";
import { type Findings, measureAll } from "./measure/all.ts";
import { mergeFindings } from "./measure/merge.ts";
import { HTTP_PACE, TIMES_STARTED } from "./measure/pace.ts";
import { ask, type RuntimeName } from "./runtimes.ts";

/**
 * Looks at the responses on one runtime, and unless it has to be quick, times them in several
 * processes.
 */
export async function findingsOf(runtime: RuntimeName, quick: boolean): Promise<Findings> {
  const processes: Findings[] = [];
  while (processes.length < (quick ? 1 : TIMES_STARTED)) {
    processes.push(await findingsOfOne(runtime, quick));
  }
  return mergeFindings(processes);
}

async function findingsOfOne(runtime: RuntimeName, quick: boolean): Promise<Findings> {
  if (runtime !== "workerd") return ask<Findings>(runtime, "time.ts", quick ? ["quick"] : []);
  await using host = await startWorkerd(quick);
  return await measureAll(host, quick ? undefined : HTTP_PACE);
}
