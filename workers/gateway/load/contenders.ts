import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { WorkerOptions } from "miniflare";
import { bundle, startGateways } from "../test/gateways.ts";
import { childNamed, cpuMicrosecondsOf } from "./processor.ts";
import { ORIGINS } from "./measure.ts";

/** What the others are compared with. */
export const BASELINE = "a Worker that passes on";

export interface Contender {
  readonly name: string;
  readonly isGated: boolean;
  readonly url: URL;
}

export interface Contenders {
  readonly all: readonly Contender[];
  /** What workerd has used of a processor so far, on Linux; else NaN. */
  cpuMicroseconds(): number;
  stop(): Promise<void>;
}

/** The same API: asked itself, through Workers that only pass on, and through the gateway. */
export async function startContenders(): Promise<Contenders> {
  const { api, url } = await startApi();
  const UPSTREAM = url.origin;
  const gate = { UPSTREAM, ALLOWED_ORIGINS: [...ORIGINS] };
  const others = await Promise.all(["bare", "gated"].map((name) => plainWorker(name, UPSTREAM)));
  const gateways = await startGateways({ gate: { ...gate, CACHE: false }, caching: gate }, others);
  const workerd = childNamed("workerd");
  return {
    all: [
      { name: "the API itself", isGated: false, url },
      { name: BASELINE, isGated: false, url: await gateways.at("bare") },
      { name: "the same in a gate", isGated: true, url: await gateways.at("gated") },
      { name: "the gateway, CACHE false", isGated: true, url: await gateways.at("gate") },
      { name: "the gateway", isGated: true, url: await gateways.at("caching") },
    ],
    cpuMicroseconds: () => cpuMicrosecondsOf(workerd),
    async stop() {
      await gateways.stop();
      api.disconnect();
      await once(api, "exit");
    },
  };
}

async function plainWorker(name: string, UPSTREAM: string): Promise<WorkerOptions> {
  return {
    name,
    modules: true,
    compatibilityDate: "2025-01-01",
    script: await bundle(`../load/${name}.ts`),
    bindings: { UPSTREAM, ALLOWED_ORIGINS: ORIGINS.join(" ") },
    unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
  };
}

async function startApi(): Promise<{ readonly api: ChildProcess; readonly url: URL }> {
  const api = fork(fileURLToPath(new URL("./api.ts", import.meta.url)), { execArgv: [] });
  const [port] = (await once(api, "message")) as [number];
  return { api, url: new URL(`http://127.0.0.1:${port}`) };
}
