import { spawn } from "node:child_process";
import { once } from "node:events";
import { serveWorker } from "../hosts/workerd.ts";
import { commandOf, type ProcessName, type RuntimeName } from "../runtimes.ts";
import type { Variant } from "./app.ts";

export interface Server {
  readonly url: URL;
  readonly stop: () => Promise<unknown>;
}

/** One variant of the application in its own process. */
export async function startServer(runtime: RuntimeName, variant: Variant): Promise<Server> {
  return runtime === "workerd" ? serveWorker(`workerd-${variant}.ts`) : spawned(runtime, variant);
}

async function spawned(runtime: ProcessName, variant: Variant): Promise<Server> {
  const [binary, args] = commandOf(runtime, `serve-${runtime}.ts`);
  const child = spawn(binary, [...args, variant], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close").then(([code]) => {
    throw new Error(`${variant} on ${runtime} ended with ${code} before it listened`);
  });
  const first = once(child.stdout.setEncoding("utf8"), "data") as Promise<[string]>;
  const [line] = await Promise.race([first, ended]);
  const stop = (): Promise<unknown> => {
    child.stdin.end();
    return ended.catch(() => {});
  };
  return { url: new URL(line.trim()), stop };
}
