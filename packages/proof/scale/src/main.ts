import { execFile, execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { hasPostgres } from "@crossgate/testkit/postgres";
import { hasRedis } from "@crossgate/testkit/redis";
import { page, type Result } from "./page.ts";
import { fullPostgres, fullRedis, type FullStore } from "./stores.ts";
import { type Finding, PHASES } from "./trial.ts";

const BIN = fileURLToPath(new URL("../../../../node_modules/.bin/", import.meta.url));
const SERVER = fileURLToPath(new URL("./server.ts", import.meta.url));
const PAGE = fileURLToPath(new URL("../../../../docs/scale.md", import.meta.url));
/** What three programs take to start and connect, on a machine with two processors. */
const START = 5000;

const RUNTIMES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Node: [process.execPath, "--expose-gc"],
  Bun: [`${BIN}bun`],
  Deno: [`${BIN}deno`, "run", "--allow-all", "--v8-flags=--expose-gc"],
};

/** Three servers at once, a store that is full, a change in the middle. */
async function tryStore(store: FullStore): Promise<Result> {
  const start = Date.now() + START;
  const running = Object.values(RUNTIMES).map(async ([command, ...flags]): Promise<Finding> => {
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

function versionOf([command]: readonly [string, ...string[]]): string {
  const output = execFileSync(command, ["--version"], { encoding: "utf8" });
  return /\d+\.\d+\.\d+/.exec(output)?.[0] ?? "?";
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
const versions = Object.entries(RUNTIMES).map(
  ([name, runtime]) => [name, versionOf(runtime)] as const,
);
const { text, problems } = page(results, versions);
writeFileSync(PAGE, text);
console.log(text);
for (const problem of problems) console.error(`NOT MET: ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
