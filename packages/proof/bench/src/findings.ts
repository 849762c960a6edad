import { startWorkerd } from "./hosts/workerd.ts";
import { type Findings, measureAll } from "./measure/all.ts";
import { HTTP_PACE } from "./measure/pace.ts";
import { ask, type RuntimeName } from "./runtimes.ts";

/** Looks at the answers on one runtime, and unless it has to be quick, times them. */
export async function findingsOf(runtime: RuntimeName, quick: boolean): Promise<Findings> {
  if (runtime !== "workerd") return ask<Findings>(runtime, "time.ts", quick ? ["quick"] : []);
  await using host = await startWorkerd(quick);
  return await measureAll(host, quick ? undefined : HTTP_PACE);
}
