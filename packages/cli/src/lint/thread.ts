import { parentPort, workerData } from "node:worker_threads";
import { UsageError } from "../usage-error.ts";
import { lintHere } from "./lint-here.ts";
import type { Environment } from "./load-policy.ts";

const { path, env } = workerData as { readonly path: string; readonly env: Environment };

// A promise that no one awaits may reject: of a function asked for its kind, or the policy's own.
process.on("unhandledRejection", () => undefined);

// A policy may wait for something that never comes; the thread stays until it is ended.
parentPort?.on("message", () => undefined);

function tell(message: object): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has none
  parentPort?.postMessage(message);
}

try {
  tell({ report: await lintHere(path, env) });
} catch (error) {
  // Only its text crosses the thread: what a module throws may be anything.
  const message = error instanceof Error ? error.message : String(error);
  tell({ refused: message, isUsage: error instanceof UsageError });
}
