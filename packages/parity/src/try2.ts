import * as model from "@crossgate/browser";
import { openEngine } from "./engines/open-engine.ts";
import type { EngineName } from "./engines/engine.ts";
import { compareAll } from "./compare-all.ts";
import { startNetwork } from "./network.ts";
import { warmUp } from "./warm-up.ts";
const name = (process.argv[2] ?? "chromium") as EngineName;
const scenarios = (await import(process.argv[3]!)).default;
const network = await startNetwork();
const engine = await openEngine(name, network.harness);
await warmUp(model, engine!, network);
for (const c of await compareAll(model, scenarios, engine!, network)) {
  if (c.agrees) continue;
  console.log("##", c.scenario.name, c.agrees ? "agree" : "DISAGREE");
  for (const s of c.observed.steps as any[])
    console.log("   ", s.result, s.type, s.status, JSON.stringify(s.wire), s.visible?.join(","));
  if (c.observed.errors?.length) console.log("   errors", JSON.stringify(c.observed.errors));
  console.log("  model:");
  for (const s of c.expected.steps as any[])
    console.log("   ", s.result, s.type, s.status, JSON.stringify(s.wire), s.visible?.join(","));
  console.log("  ", JSON.stringify(c.expected.errors));
}
await engine!.close();
network.close();
