import { Presets, SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

/** A progress bar on standard error, where a person watches; else nothing. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** @param unit what is counted, such as `requests` */
export function createProgress({ isInteractive }: Terminal, unit: string): Progress {
  if (!isInteractive) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    {
      format: `  {bar} {value} of {total} ${unit}`,
      clearOnComplete: true,
      stream: process.stderr,
    },
    Presets.shades_classic,
  );
  let isRunning = false;
  return {
    update(done, total) {
      if (!isRunning) bar.start(total, 0);
      isRunning = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
