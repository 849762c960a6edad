// Puts tenants and their origins where a Worker runs, local or deployed. It uses the admin API, so
// that the same rules hold for the seed. Running it again changes nothing.
import { readFile } from "node:fs/promises";
import { argv, env, exit } from "node:process";
import { setTimeout } from "node:timers/promises";

const USAGE = "ADMIN_TOKEN=… node seed/seed.ts [url of the Worker] [file.json]";
const MOST_AT_ONCE = 100;
const PATIENCE_MS = 90_000;
const PAUSE_MS = 5000;

const { ADMIN_TOKEN } = env;
if (!ADMIN_TOKEN)
  fail(`ADMIN_TOKEN is not set; copy .dev.vars.example to .dev.vars, or write ${USAGE}`);
const [worker = "http://localhost:8787", file = new URL("tenants.json", import.meta.url)] =
  argv.slice(2);

const tenants = Object.entries(JSON.parse(await readFile(file, "utf8")) as object);
for (const [tenant, origins] of tenants as [string, string[]][]) {
  await send("PUT", `/admin/tenants/${encodeURIComponent(tenant)}`);
  for (let begin = 0; begin < origins.length; begin += MOST_AT_ONCE) {
    await send("POST", `/admin/tenants/${encodeURIComponent(tenant)}/origins`, {
      origins: origins.slice(begin, begin + MOST_AT_ONCE),
    });
  }
  console.log(`${tenant}: ${origins.join(", ")}`);
}

async function send(method: string, path: string, body?: object): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await setTimeout(PAUSE_MS)) {
    const response = await fetch(new URL(path, worker), {
      method,
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(({ message, cause }: Error) =>
      fail(`no response from ${worker}: ${cause instanceof Error ? cause.message : message}`),
    );
    if (response.ok) return;
    // KV may go on saying for a minute that a new tenant isn't there.
    const mayPass = response.status === 404 || response.status === 503;
    if (mayPass && Date.now() < until) continue;
    fail(`${method} ${path}: ${response.status}\n${await response.text()}`);
  }
}

function fail(message: string): never {
  console.error(message);
  exit(1);
}
