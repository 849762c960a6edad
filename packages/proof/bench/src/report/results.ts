import type { Economy } from "@crossgate/testkit/preflights";
import type { Bound } from "../bounds/measure.ts";
import type { Throughput } from "../http/throughput.ts";
import type { Findings } from "../measure/all.ts";
import type { Allocation } from "../measure/allocation.ts";
import type { ColdStart } from "../startup/cold.ts";
import type { Construction } from "../startup/origins.ts";
import type { Size } from "../startup/size.ts";
import type { WorkerStarts } from "../startup/workerd.ts";

/** All that one run found out. */
export interface Results {
  readonly findings: readonly Findings[];
  readonly allocations: Readonly<Record<string, readonly Allocation[]>>;
  readonly constructions: readonly Construction[];
  readonly coldStarts: readonly ColdStart[];
  readonly workerStarts: WorkerStarts;
  readonly sizes: readonly Size[];
  readonly bounds: readonly Bound[];
  readonly throughputs: readonly Throughput[];
  /** Not there where there is no Chromium. */
  readonly economy?: Economy;
}
