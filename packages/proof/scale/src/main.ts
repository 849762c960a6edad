import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { hasPostgres } from "@crossgate/testkit/postgres";
import { hasRedis } from "@crossgate/testkit/redis";
import { FAULTS, tryFault } from "@crossgate/stores/faults";
import { openPostgres, openRedis, type Store } from "@crossgate/stores/real-store";
import type { FaultResult } from "./faults-page.ts";
import { type ListFinding, tryList } from "./list-trial.ts";
import { LIST_TRIAL } from "./lists-page.ts";
import { page, type Result } from "./page.ts";
import { RUNTIMES, versionOf } from "./runtimes.ts";
import { fullPostgres, fullRedis, type FullStore } from "./stores.ts";
import { type Finding, PHASES } from "./trial.ts";

const SERVER = fileURLToPath(new URL("./server.ts", import.meta.url));
const PAGE = fileURLToPath(new URL("../../../../docs/scale.md", import.meta.url));
/** What three programs take to start and connect, on a machine with two processors. */
const START = 5000;

/** Three servers at once, a store that is full, a change in the middle. */
async function tryStore(store: FullStore): Promise<Result> {
  const start = Date.now() + START;
  const running = RUNTIMES.map(async ([, [command, ...flags]]): Promise<Finding> => {
    const args = [...flags, SERVER, store.name, store.url, `${start}`];
    const options = { timeout: (PHASES.end + 120) * 1000 };
    return JSON.parse((await promisify(execFile)(command, args, options)).stdout);
  });
  await sleep(start + PHASES.change * 1000 - Date.now());
  const changed = Date.now();
  await store.change();
  const findings = await Promise.all(running);
  const { version, filled } = store;
  return { version, filled, changed, findings };
}

async function tryFaults(name: string, open: () => Promise<Store>): Promise<FaultResult> {
  const store = await open();
  // The service reports each look-up that fails, which here are hundreds.
  const { error, warn } = console;
  Object.assign(console, { error: () => undefined, warn: () => undefined });
  const outcomes: FaultResult["outcomes"][number][] = [];
  try {
    for (const [fault, run] of Object.entries(FAULTS)) {
      outcomes.push([fault, await tryFault(run, store)]);
      console.log(`${name}, ${fault}: done`);
    }
    return { store: name, outcomes };
  } finally {
    Object.assign(console, { error, warn });
    await store.stop();
  }
}

if (!hasRedis() || !hasPostgres()) process.exit(0);
const results: Result[] = [];
for (const open of [fullRedis, fullPostgres]) {
  const store = await open();
  console.log(`${store.version}: filled in ${store.filled.toFixed(1)} s`);
  try {
    results.push(await tryStore(store));
  } finally {
    await store.stop();
  }
}
const lists: ListFinding[] = [];
for (const [name, runtime] of RUNTIMES) {
  lists.push(await tryList(runtime, LIST_TRIAL.refreshEvery, LIST_TRIAL.loads));
  console.log(`a whole list on ${name}: done`);
}
const faults = [await tryFaults("Redis", openRedis), await tryFaults("PostgreSQL", openPostgres)];
const runtimes = RUNTIMES.map(([name, runtime]) => `${name} ${versionOf(runtime)}`);
const { text, problems } = page({ stores: results, lists, faults, runtimes });
writeFileSync(PAGE, text);
console.log(text);
for (const problem of problems) console.error(`NOT MET: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
