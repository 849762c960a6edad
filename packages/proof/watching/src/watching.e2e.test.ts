import { fileURLToPath } from "node:url";
import { createCors } from "@crossgate/core";
import { rememberedOrigins } from "@crossgate/origins";
import { metrics } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { describe, expect, it, vi } from "vitest";

const PAGE = "https://myapp.com";
const REQUESTS = 10_000;
/** Three kinds and eleven reasons, of which few go together. */
const MOST_SERIES = 33;

/** Honest requests and many more from origins, methods and headers that strangers have made up. */
function* traffic(): Generator<Request> {
  for (let each = 0; each < REQUESTS; each++) {
    const isHonest = each % 10 === 0;
    const origin = isHonest ? PAGE : `https://${"x".repeat(each % 50)}evil-${each}.example`;
    const isPreflight = each % 3 === 0;
    const preflight = { "access-control-request-method": `METHOD${each}` };
    yield new Request(`https://api.example/${each}`, {
      method: isPreflight ? "OPTIONS" : "GET",
      headers: { origin, ...(isPreflight && preflight) },
    });
  }
}

describe("M4: the series of a flood are few", () => {
  it("with OpenTelemetry", async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
    metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
    const { countVerdict, watchOrigins } = await import("../recipes/node/opentelemetry.ts");
    vi.spyOn(console, "warn").mockReturnValue();
    const origin = rememberedOrigins((each) => each === PAGE);
    watchOrigins(origin);
    const cors = createCors({ origin, onVerdict: countVerdict });
    for (const request of traffic()) await cors.check(request);
    await reader.forceFlush();
    const found = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap(({ metrics }) => metrics);
    const points = (name: string) =>
      found.find(({ descriptor }) => descriptor.name === name)?.dataPoints ?? [];
    const decisions = points("cors.decisions");
    expect(decisions.length).toBeLessThanOrEqual(MOST_SERIES);
    expect(decisions.reduce((sum, { value }) => sum + Number(value), 0)).toBe(REQUESTS);
    expect(points("cors.origins.allowed").map(({ value }) => value)).toEqual([1]);
    const { lookups, overBudget } = origin.stats();
    expect(points("cors.lookups").map(({ value }) => value)).toEqual([lookups, 0, 0, overBudget]);
    await reader.shutdown();
  });

  it("with Prometheus, in its text format", async () => {
    const { countVerdict, metricsResponse } = await import("../recipes/node/prometheus.ts");
    const cors = createCors({ origin: [PAGE], onVerdict: countVerdict });
    for (const request of traffic()) cors.check(request);
    const response = metricsResponse();
    expect(response.headers.get("content-type")).toContain("version=0.0.4");
    const text = await response.text();
    const [help, type, ...lines] = text.trimEnd().split("\n");
    expect([help, type]).toEqual([
      "# HELP cors_decisions_total Requests that the gate has checked.",
      "# TYPE cors_decisions_total counter",
    ]);
    expect(lines.length).toBeLessThanOrEqual(MOST_SERIES);
    const line = /^cors_decisions_total\{kind="[a-z]+",reason="[a-z-]+"\} (\d+)$/;
    const total = lines.reduce((sum, each) => sum + Number(line.exec(each)?.[1]), 0);
    expect(total).toBe(REQUESTS);
    expect(text.endsWith("\n")).toBe(true);
  });

  it("with Workers Analytics Engine, on workerd", async () => {
    const miniflare = new Miniflare({
      modules: true,
      script: await analyticsWorker(),
      compatibilityDate: "2025-01-01",
      analyticsEngineDatasets: { DECISIONS: { dataset: "decisions" } },
    });
    try {
      for (const origin of [PAGE, "https://evil.example"]) {
        const response = await miniflare.dispatchFetch("http://localhost/", {
          headers: { origin },
        });
        expect([response.status, await response.json()]).toEqual([200, { data: "hello world" }]);
        const granted = response.headers.get("access-control-allow-origin");
        expect(granted).toBe(origin === PAGE ? PAGE : null);
      }
    } finally {
      await miniflare.dispose();
    }
  });

  it("with Workers Analytics Engine: each decision is one point, and names no origin", async () => {
    const url = `data:text/javascript,${encodeURIComponent(await analyticsWorker())}`;
    const { default: worker }: { default: Worker } = await import(/* @vite-ignore */ url);
    const points: unknown[] = [];
    const env = { DECISIONS: { writeDataPoint: (point: unknown) => points.push(point) } };
    const ctx = { waitUntil: () => {}, passThroughOnException: () => {} };
    for (const request of traffic()) await worker.fetch(request, env, ctx);
    expect(points).toHaveLength(REQUESTS);
    const texts = new Set(points.map((point) => JSON.stringify(point)));
    expect(texts.size).toBeLessThanOrEqual(MOST_SERIES);
    expect([...texts].join()).not.toContain("example");
  });
});

interface Worker {
  fetch(request: Request, env: unknown, ctx: unknown): Promise<Response>;
}

/** The recipe as one module. */
async function analyticsWorker(): Promise<string> {
  const entry = fileURLToPath(new URL("../recipes/workers/analytics-engine.ts", import.meta.url));
  const bundle = { bundle: true, write: false, format: "esm" } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...bundle });
  return outputFiles[0]?.text ?? "";
}
