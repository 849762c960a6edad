import * as model from "@crossgate/browser";
import { openEngine } from "./engines/open-engine.ts";
import type { EngineName } from "./engines/engine.ts";
import { compareAll } from "./parity-run.ts";
import { startNetwork } from "./network.ts";
import { generateScenarios } from "./generator/scenario.ts";
import { warmUp } from "./warm-up.ts";
import { minimise } from "./minimise.ts";
const name = process.argv[2] as EngineName,
  count = Number(process.argv[3]),
  seed = Number(process.argv[4]);
const network = await startNetwork();
const engine = (await openEngine(name, network.harness))!;
await warmUp(model, engine, network);
const t0 = Date.now();
const list = [];
for (const s of generateScenarios(seed)) {
  list.push(s);
  if (list.length >= count) break;
}
const out = await compareAll(model, list, engine, network);
const codes: Record<string, number> = {};
for (const c of out)
  for (const o of c.outcomes) {
    const k = o.code ? `${o.phase}:${o.code}` : "readable";
    codes[k] = (codes[k] ?? 0) + 1;
  }
console.log(codes);
const bad = out.filter((c) => !c.agrees);
console.log(name, "cases", out.length, "disagree", bad.length, Date.now() - t0, "ms");
const shows = async (cs: any) =>
  (await compareAll(model, cs, engine, network)).map((c) => !c.agrees);
for (const first of bad.slice(0, Number(process.argv[5] ?? 10))) {
  const small = await minimise(first.scenario, shows);
  const [c] = (await compareAll(model, [small], engine, network)) as any;
  console.log("##", c.agrees ? "FLAKY" : "", JSON.stringify(c.scenario));
  c.expected.steps.forEach((s: any, i: number) => {
    if (JSON.stringify(s) !== JSON.stringify(c.observed.steps[i]))
      console.log(
        "  step",
        i,
        "\n    model",
        JSON.stringify(s),
        c.outcomes[i]?.code,
        "\n    real ",
        JSON.stringify(c.observed.steps[i]),
      );
  });
  if (c.observed.errors)
    console.log(
      "   errors model",
      JSON.stringify(c.expected.errors),
      "real",
      JSON.stringify(c.observed.errors),
    );
}
await engine.close();
network.close();
