import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A database as one process: started, and then killed, paused or restarted by its own id. */
export class StoreProcess {
  readonly #command: readonly string[];
  readonly #options: SpawnOptions;
  #child: ChildProcess | undefined;

  constructor(command: readonly string[], options: SpawnOptions) {
    this.#command = command;
    this.#options = options;
  }

  start(): void {
    const [program = "", ...args] = this.#command;
    this.#child = spawn(program, args, { ...this.#options, stdio: "ignore" });
  }

  /** Stops it without ending it: its connections stay open and silent. */
  pause(): void {
    this.#signal("SIGSTOP");
  }

  resume(): void {
    this.#signal("SIGCONT");
  }

  /** To the process and those that it has started: PostgreSQL has one for each connection. */
  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child ?? {};
    if (pid === undefined) return;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    process.kill(pid, signal);
    for (const child of children.filter(Boolean).map(Number)) signalIfThere(child, signal);
  }

  /** Ends it, and waits until it has ended. */
  async end(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const child = this.#child;
    if (child?.exitCode === null && child.signalCode === null) this.resume();
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}

/** One of many children may have ended since they were listed. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Asks again and again until it works, for two minutes at most. */
export async function eventually<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (const last = Date.now() + 120_000; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > last) throw error;
      await sleep(50);
    }
  }
}
