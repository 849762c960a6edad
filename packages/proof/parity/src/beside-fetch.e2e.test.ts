import * as model from "@crossgate/browser";
import { localNetworkRows } from "@crossgate/browser/fixtures/local-network";
import { describe, expect, it } from "vitest";
import { runCookies } from "./cookies/run-cookies.ts";
import type { EngineName } from "./engines/engine.ts";
import { describeDisagreement } from "./fixture-row.ts";
import { agrees, runLocalNetwork } from "./local-network/run-local-network.ts";
import { runLocalNetworkInFirefox } from "./local-network/run-in-firefox.ts";
import { missing } from "./missing.ts";
import { runParity } from "./parity.ts";

/** The same cases in every run; `pnpm parity` takes other seeds. */
const fixedSeed = 20_261_126;
const cases = 120;
const minutes = 60_000;
const engines: readonly EngineName[] = ["chromium", "firefox", "webkit"];

describe.each(engines)("%s beside fetch", (engine) => {
  it(
    "loads elements, streams, beacons and sockets as the model does",
    { timeout: 3 * minutes },
    async ({ skip }) => {
      const result = await runParity(model, { engine, cases, seed: fixedSeed, kind: "contexts" });
      if (!result) return missing(engine, skip);
      expect(result.comparisons).toHaveLength(cases);
      expect(result.disagreements.map(describeDisagreement)).toEqual([]);
    },
  );

  it("keeps the cookies that the model keeps", { timeout: 3 * minutes }, async ({ skip }) => {
    const result = await runCookies(engine, cases, fixedSeed);
    if (!result) return missing(engine, skip);
    expect(result.cases).toBe(cases);
    expect(result.disagreements).toEqual([]);
  });
});

/** One row of six, of every page and target; `pnpm parity --local-network` asks all. */
const rows = localNetworkRows.filter((_, index) => index % 6 === 0);

describe.each(["granted", "denied"] as const)("local network access, %s", (access) => {
  it("is in real Chromium as in the model", { timeout: 3 * minutes }, async ({ skip }) => {
    const all = await runLocalNetwork(access, rows);
    if (!all) return missing("chromium", skip);
    expect(all.filter((one) => !agrees(one))).toEqual([]);
    expect(all.filter(({ model: said, line }) => said.line !== line)).toEqual([]);
    const names = new Set(all.flatMap(({ model: said }) => said.error ?? []));
    const own = ["InsecureLocalNetwork", "InvalidLocalNetworkAccess"];
    const denied = access === "denied" ? ["LocalNetworkAccessPermissionDenied"] : [];
    expect([...names].toSorted()).toEqual([...own, ...denied]);
  });

  it("is in real Firefox as in the model", { timeout: 3 * minutes }, async ({ skip }) => {
    const all = await runLocalNetworkInFirefox(access, localNetworkRows);
    if (!all) return missing("firefox", skip);
    expect(all).toHaveLength(localNetworkRows.length / 2);
    expect(all.filter(({ model: said, firefox }) => said !== firefox)).toEqual([]);
    expect(all.some(({ firefox }) => firefox)).toBe(access === "denied");
  });
});
