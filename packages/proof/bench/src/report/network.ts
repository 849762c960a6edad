import type { Economy } from "@crossgate/testkit/preflights";
import type { Results } from "./results.ts";
import { table, times } from "./table.ts";

export function throughputTable({ throughputs }: Results): string {
  const rows = throughputs.map(({ runtime, perSecond, share }) => [
    runtime,
    rate(perSecond.bare.median),
    `${rate(perSecond.hand.median)} ${times(share.hand.median)}`,
    `${rate(perSecond.gated.median)} ${times(share.gated.median)}`,
  ]);
  return table(["", "without CORS", "set by hand", "crossgate wrap"], rows);
}

function rate(requests: number): string {
  return `${Math.round(requests).toLocaleString("en")}/s`;
}

export function economyTable({ counts }: Economy): string {
  const rows = counts.map(({ policy, atOnce, withBreak }) => [policy, `${atOnce}`, `${withBreak}`]);
  return table(["defaults of", "preflights", "with a break of six seconds"], rows);
}
