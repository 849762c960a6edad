import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare, type MiniflareOptions } from "miniflare";
import { afterEach, describe, expect, it } from "vitest";

const PAGE = "https://acme.example";
/** The recipe caches for 30 s, and pushes within a hundredth of this. */
const BEFORE_TTL = { timeout: 8000, interval: 10 };

let miniflare: Miniflare;
afterEach(() => miniflare.dispose());

async function serve(recipe: string, options: Partial<MiniflareOptions>): Promise<void> {
  const entry = fileURLToPath(new URL(`../recipes/workers/${recipe}.ts`, import.meta.url));
  const external = ["cloudflare:*"];
  const bundle = { bundle: true, write: false, format: "esm", external } as const;
  const { outputFiles } = await build({ entryPoints: [entry], ...bundle });
  const script = outputFiles[0]?.text ?? "";
  const compatibilityDate = "2025-01-01";
  miniflare = new Miniflare({ modules: true, script, compatibilityDate, ...options } as never);
}

async function canRead(origin = PAGE): Promise<boolean> {
  const response = await miniflare.dispatchFetch("http://localhost/", { headers: { origin } });
  expect(response.status).toBe(200);
  await response.text();
  return response.headers.get("access-control-allow-origin") === origin;
}

describe("G4: on workerd", () => {
  it("D1", async () => {
    await serve("d1", { d1Databases: ["DB"] });
    const database = await miniflare.getD1Database("DB");
    const schema = readFileSync(new URL("../schema/sqlite.sql", import.meta.url), "utf8");
    await database.exec(schema.replace(/--.*$/gm, "").replaceAll("\n", " "));
    const insert = database.prepare("INSERT INTO allowed_origins VALUES (?, ?)");
    await insert.bind("acme", PAGE).run();
    await insert.bind("other", "https://other.example").run();
    expect([await canRead(), await canRead("https://other.example")]).toEqual([true, false]);
    // Cached: the database is gone, and the answer is there.
    await database.exec("DROP TABLE allowed_origins");
    expect([await canRead(), await canRead("https://new.example")]).toEqual([true, false]);
  });

  it("a Durable Object, whose changes are pushed", async () => {
    const durableObjects = { ORIGINS: { className: "Origins", useSQLite: true } };
    await serve("durable-object", { durableObjects });
    const namespace = await miniflare.getDurableObjectNamespace("ORIGINS");
    const origins = namespace.get(namespace.idFromName("acme")) as unknown as {
      allow(origin: string): Promise<void>;
      remove(origin: string): Promise<void>;
    };
    await origins.allow(PAGE);
    expect([await canRead(), await canRead("https://other.example")]).toEqual([true, false]);
    // With requests all the time.
    for (const isAllowed of [false, true, false]) {
      await (isAllowed ? origins.allow(PAGE) : origins.remove(PAGE));
      await expect.poll(() => canRead(), BEFORE_TTL).toBe(isAllowed);
    }
    // No request has waited for changes meanwhile; the next one begins to.
    await origins.allow(PAGE);
    await expect.poll(() => canRead(), BEFORE_TTL).toBe(true);
    await sleep(21_000);
    await origins.remove(PAGE);
    await expect.poll(() => canRead(), BEFORE_TTL).toBe(false);
  });
});
