// H1, H3: frameworks' own apps, on each host and in each form of starting it, with a gate and without.
import { startEachAlone } from "./hosts/each-alone.ts";
import type { Host } from "./hosts/host.ts";
import { startTogether } from "./hosts/together.ts";
import { startWorkerd } from "./hosts/workerd.ts";
import { checkHost, type Row } from "./check-host.ts";
import { formatTable } from "./table.ts";

const DENO = ["--allow-all", "--no-check"];
const HOSTS: Readonly<Record<string, (name: string) => Promise<Host>>> = {
  "node-server": async (name) => startTogether(name, "node", [], "node-server"),
  "Deno.serve": async (name) => startTogether(name, "deno", ["run", ...DENO], "deno-serve"),
  "deno serve": async (name) =>
    startEachAlone(name, "deno", ["serve", ...DENO, "--host=127.0.0.1", "--port=0"], "deno-export"),
  "Bun.serve": async (name) => startTogether(name, "bun", [], "bun-serve"),
  "Bun export": async (name) => startEachAlone(name, "bun", [], "bun-export"),
  workerd: startWorkerd,
};

const only = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, start] of Object.entries(HOSTS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const host = await start(name);
  try {
    rows.push(...(await checkHost(host)));
  } finally {
    await host.stop();
  }
}

console.log(formatTable(rows));
const faults = rows.flatMap(({ faults }) => faults);
for (const fault of faults) console.log(`✗ ${fault}`);
const asked = rows.reduce((sum, { compared }) => sum + compared, 0);
console.log(`${asked - faults.length} passed, ${faults.length} failed`);
if (faults.length > 0 || asked === 0) process.exitCode = 1;
process.exit();
