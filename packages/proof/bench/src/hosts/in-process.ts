import { youngCollector } from "../heap.ts";
import { runtimeName } from "../runtime.ts";
import type { Host } from "./host.ts";
import { Stage } from "./stage.ts";

/** This very process, whose clock can be trusted. */
export async function inProcess(quick: boolean): Promise<Host> {
  const stage = new Stage(quick);
  const collect = await youngCollector();
  return {
    runtime: runtimeName(),
    open: (section) => stage.open(section),
    run: async (...trial) => {
      // Finalizers of the turn before run here, and not in the time of this one.
      await new Promise((resolve) => setTimeout(resolve));
      collect();
      const begin = performance.now();
      await stage.run(...trial);
      return (performance.now() - begin) * 1e6;
    },
  };
}
