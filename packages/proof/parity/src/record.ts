import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as model from "@crossgate/browser";
import { plainLine } from "@crossgate/browser/fixtures/console";
import { localNetworkRows, withoutPorts } from "@crossgate/browser/fixtures/local-network";
import type { RecordedOutcome } from "@crossgate/browser/fixtures/recorded";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import { cookieRowsFor } from "@crossgate/browser/fixtures/tables/cookies";
import { observeCookies } from "./cookies/run-cookies.ts";
import type { Engine, EngineName } from "./engines/engine.ts";
import { runLocalNetwork } from "./local-network/run-local-network.ts";
import type { Network } from "./network.ts";
import { observeAll } from "./observe.ts";
import type { Observation } from "./observe.ts";
import { warmUp } from "./warm-up.ts";

const fixtures = dirname(
  fileURLToPath(import.meta.resolve("@crossgate/browser/fixtures/recorded")),
);

/**
 * Writes down what the open browser makes of a table's scenarios, a line each. Lines that are there
 * already stay; without the file all are written.
 */
export async function record(
  table: string,
  scenarios: readonly Scenario[],
  engine: Engine,
  network: Network,
): Promise<void> {
  const file = join(fixtures, "recorded", `${table}.${engine.name}.ndjson`);
  const lines = await linesByName(file);
  const isNew = scenarios.filter(({ name }) => !lines.has(name));
  await warmUp(model, engine, network);
  for (const seen of await observeAll(isNew, engine, network)) {
    const { name } = seen.scenario;
    lines.set(name, JSON.stringify([name, outcomesOf(seen)]));
  }
  await writeFile(file, scenarios.map(({ name }) => `${lines.get(name) ?? ""}\n`).join(""));
}

/** Writes down what the console of the open browser says of each scenario, a line each. */
export async function recordConsole(
  scenarios: readonly Scenario[],
  engine: Engine,
  network: Network,
): Promise<void> {
  const observations = await observeAll(scenarios, engine, network);
  const lines = observations.map(({ scenario, lines: said }) => {
    const plain = said.map((line) => plainLine(line, network.places));
    return JSON.stringify([scenario.name, plain]);
  });
  await writeFile(
    join(fixtures, "recorded", `console.${engine.name}.ndjson`),
    `${lines.join("\n")}\n`,
  );
}

/** Writes down which probes of each cookie carried it. */
export async function recordCookies(engine: EngineName): Promise<void> {
  const observed = await observeCookies(engine, cookieRowsFor(engine));
  const lines = (observed?.seen ?? []).map(({ one, browser }) => JSON.stringify([one.id, browser]));
  await writeFile(join(fixtures, "recorded", `cookies.${engine}.ndjson`), `${lines.join("\n")}\n`);
}

/** Writes down what real Chromium makes of local networks. */
export async function recordLocalNetwork(): Promise<void> {
  const lines: string[] = [];
  for (const access of ["granted", "denied"] as const) {
    const cases = await runLocalNetwork(access, localNetworkRows);
    for (const { row, reported, line } of cases ?? []) {
      const said = line === undefined ? {} : { line: withoutPorts(line) };
      lines.push(JSON.stringify({ ...row, reported, ...said }));
    }
  }
  await writeFile(
    join(fixtures, "recorded", "local-network.chromium.ndjson"),
    `${lines.join("\n")}\n`,
  );
}

async function linesByName(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line !== "");
  return new Map(lines.map((line) => [(JSON.parse(line) as [string])[0], line]));
}

function outcomesOf({ results, wire, sent }: Observation): readonly RecordedOutcome[] {
  return results.map(({ result, type, status, visible }, index) => {
    if (result === "timeout")
      throw new Error("A request that never ends has no outcome to record.");
    const lines = { wire: wire[index] ?? [], sent: sent[index] ?? [] };
    const shown = type === undefined ? {} : { type };
    if (result === "blocked") return { result, ...shown, ...lines };
    return {
      result,
      ...shown,
      ...(status === undefined ? {} : { status }),
      ...(visible ? { visible } : {}),
      ...lines,
    };
  });
}
