import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit, explain } from "../src/index.ts";
import { plantedHoles, runBadServer, runStrictServer, trusted } from "./audit-servers.ts";
import { hostile, runHostile } from "./hostile-servers.ts";
import type { Running } from "./running.ts";

const rate = 1000;

describe("audit", () => {
  let bad: Running;
  let strict: Running;

  beforeAll(async () => {
    bad = await runBadServer();
    strict = await runStrictServer();
  });

  afterAll(async () => {
    await bad?.stop();
    await strict?.stop();
  });

  it.each(plantedHoles)("finds the planted hole: %s", async (hole) => {
    const url = `http://127.0.0.1:${bad.port}/${hole}/data`;
    const { verdict, findings } = await audit({ url, allowed: [trusted], rate });
    expect(verdict).toBe("findings");
    expect(findings.map(({ code }) => code)).toContain(hole);
  });

  it("finds nothing in a strict policy", async () => {
    const url = `http://127.0.0.1:${strict.port}/data`;
    const allowed = [trusted, "https://admin.example.com"];
    const report = await audit({ url, allowed, rate });
    expect(report).toMatchObject({ verdict: "clean", findings: [], skipped: 0 });
  });

  it("keeps its pace and its bound", async () => {
    // oxlint-disable-next-line no-restricted-properties -- a slow machine takes longer, and never less
    const now = (): number => performance.now();
    const started = now();
    const url = `http://127.0.0.1:${strict.port}/data`;
    const report = await audit({ url, allowed: [trusted], rate: 20, maxRequests: 10 });
    expect(report.requests).toBe(10);
    expect(now() - started).toBeGreaterThan(400);
  });
});

describe.each(Object.entries(hostile))("a hostile server: %s", (_, behave) => {
  let server: Running;

  beforeAll(async () => {
    server = await runHostile(behave);
  });

  afterAll(() => server?.stop());

  it("neither hangs nor floods an audit", async () => {
    const url = `http://127.0.0.1:${server.port}/data`;
    const report = await audit({ url, rate, timeout: 150, maxRequests: 30 });
    expect(report.requests).toBeLessThanOrEqual(30);
    expect(JSON.stringify(report).length).toBeLessThan(30_000);
  });

  it("neither hangs nor floods explain", async () => {
    const url = `http://127.0.0.1:${server.port}/data`;
    const report = await explain({ url, origin: "http://localhost", timeout: 300 });
    expect(report.steps.length).toBeLessThanOrEqual(22);
    expect(JSON.stringify(report).length).toBeLessThan(200_000);
  });
});
