import * as model from "@crossgate/browser";
import { fixtureTables } from "@crossgate/browser/fixtures/all-fixtures";
import { openEngine } from "./engines/open-engine.ts";
import type { EngineName } from "./engines/engine.ts";
import { compareAll } from "./parity-run.ts";
import { startNetwork } from "./network.ts";

const name = (process.argv[2] ?? "chromium") as EngineName;
const network = await startNetwork();
const engine = await openEngine(name, network.harness);
if (!engine) throw new Error("no engine");
const t = Date.now();
for (const [table, fixtures] of Object.entries(fixtureTables)) {
  const scenarios = fixtures
    .map((f) => f.scenario)
    .filter(
      (s) =>
        s.steps.every((x) => (x.after ?? 0) < 10) &&
        s.rules.every((r) => r.preflight.status < 600 && r.actual.status < 600),
    );
  const out = await compareAll(model, scenarios, engine, network);
  const bad = out.filter((c) => !c.agrees);
  console.log(table, scenarios.length, "disagree", bad.length);
  for (const c of bad.slice(0, 12))
    console.log(
      JSON.stringify({
        name: c.scenario.name.slice(0, 140),
        expected: c.expected,
        observed: c.observed,
      }),
    );
}
console.log(engine.version, Date.now() - t);
await engine.close();
network.close();
