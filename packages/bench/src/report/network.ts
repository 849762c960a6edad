import type { Economy } from "@crossgate/e2e/preflights";
import type { Results } from "./results.ts";
import { table, times } from "./table.ts";

export function throughputTable({ throughputs }: Results): string {
  const rows = throughputs.map(({ runtime, bare, gated, ratio }) => [
    runtime,
    perSecond(bare.median),
    perSecond(gated.median),
    `${times(ratio.median)} (${ratio.low.toFixed(2)}…${ratio.high.toFixed(2)})`,
  ]);
  return table(["", "without the gate", "with it", "with: without"], rows);
}

function perSecond(requests: number): string {
  return `${Math.round(requests).toLocaleString("en")}/s`;
}

export function economyTable({ counts }: Economy): string {
  const rows = counts.map(({ policy, atOnce, withBreak }) => [policy, `${atOnce}`, `${withBreak}`]);
  return table(["defaults of", "preflights", "with a break of six seconds"], rows);
}
