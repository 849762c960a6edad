import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as model from "@crossgate/browser";
import type { RecordedOutcome } from "@crossgate/browser/fixtures/recorded";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import type { Engine } from "./engines/engine.ts";
import type { Network } from "./network.ts";
import { observeAll } from "./observe.ts";
import type { Observation } from "./observe.ts";
import { warmUp } from "./warm-up.ts";

const fixtures = dirname(
  fileURLToPath(import.meta.resolve("@crossgate/browser/fixtures/recorded")),
);

/** Writes down what the open browser makes of a table's scenarios, a line each. */
export async function record(
  table: string,
  scenarios: readonly Scenario[],
  engine: Engine,
  network: Network,
): Promise<void> {
  await warmUp(model, engine, network);
  const observations = await observeAll(scenarios, engine, network);
  const lines = observations.map((seen) => JSON.stringify([seen.scenario.name, outcomesOf(seen)]));
  const directory = join(fixtures, "recorded");
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, `${table}.${engine.name}.ndjson`), `${lines.join("\n")}\n`);
}

function outcomesOf({ results, wire, sent }: Observation): readonly RecordedOutcome[] {
  return results.map(({ result, type, status, visible }, index) => {
    if (result === "timeout")
      throw new Error("A request that never ends has no outcome to record.");
    const lines = { wire: wire[index] ?? [], sent: sent[index] ?? [] };
    if (result === "blocked") return { result, ...lines };
    const shown = type === undefined ? {} : { type };
    return {
      result,
      ...shown,
      ...(status === undefined ? {} : { status }),
      ...(visible ? { visible } : {}),
      ...lines,
    };
  });
}
