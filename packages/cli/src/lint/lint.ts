import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { Worker } from "node:worker_threads";
import { UsageError } from "../usage-error.ts";
import type { Environment } from "./load-policy.ts";
import type { LintReport } from "./report.ts";

/** How to read a module. */
export interface LintQuestion {
  /**
   * A file of variables: for a function of `env`, for `process.env`, and for the `env` of
   * `cloudflare:workers`. @default the process's own variables
   */
  readonly env?: string | undefined;
  /** Milliseconds until a module that does not come to an end is given up. @default 20000 */
  readonly timeout?: number | undefined;
}

type Message =
  | { readonly report: LintReport }
  | { readonly refused: string; readonly isUsage: boolean };

const patience = 20_000;
/** The thread's file is TypeScript here and JavaScript where it is published. */
const thread = new URL(
  `./thread${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
  import.meta.url,
);

/**
 * Reads a policy: what it allows in plain words, why it would be refused, and what is doubtful. The
 * module runs in its own thread, which ends with the report: a module that listens, loops or
 * waits keeps no one.
 *
 * @example
 * const { verdict, warnings } = await lint("./cors-policy.ts", { env: ".dev.vars" });
 *
 * @param path a module whose default export is options, a `Cors`, another gate, or a function of
 * `env` that gives one
 * @throws UsageError for a module that cannot be loaded or exports no policy
 */
export async function lint(path: string, question: LintQuestion = {}): Promise<LintReport> {
  const env = question.env === undefined ? process.env : readEnvironment(question.env);
  const worker = new Worker(thread, {
    workerData: { path, env: { ...env } },
    // A module reads its variables where its host has them: of `process` too.
    env: { ...process.env, ...env },
    stdout: true,
    stderr: true,
  });
  try {
    const message = await answerOf(worker, path, question.timeout ?? patience);
    if ("report" in message) return message.report;
    if (message.isUsage) throw new UsageError(message.refused);
    throw new UsageError(`${path} cannot be read: ${message.refused}`);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, path: string, timeout: number): Promise<Message> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new UsageError(
          `${path} did not finish loading in ${timeout / 1000} seconds. It loops, or waits for something at its top. Put the policy into its own module.`,
        ),
      );
    }, timeout);
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      end();
    };
    worker.on("message", (message: Message) => settle(() => resolve(message)));
    worker.on("error", (error) =>
      settle(() => reject(new UsageError(`${path} cannot be read: ${String(error)}`))),
    );
    worker.on("exit", () => {
      settle(() =>
        reject(
          new UsageError(
            `${path} ended the process while it was loaded. Put the policy into its own module.`,
          ),
        ),
      );
    });
  });
}

function readEnvironment(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : ""}`);
  }
}
