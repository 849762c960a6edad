import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const BIN = fileURLToPath(new URL("../../../node_modules/.bin/", import.meta.url));
const RUNTIMES = {
  Node: [process.execPath, "--expose-gc"],
  Deno: [`${BIN}../deno/deno`, "run", "--allow-read", "--v8-flags=--expose-gc"],
  Bun: [`${BIN}bun`],
} as const;

/** No fixture takes a hundredth of it. */
const HANGS = 300_000;
/** Entries after which a refresh looks at the clock. */
const STRIDE = 32;

async function run([command, ...flags]: readonly string[], name: string): Promise<string> {
  const options = { timeout: HANGS, cwd: FIXTURES };
  const { stdout } = await promisify(execFile)(command ?? "", [...flags, `${name}.ts`], options);
  return stdout.trim();
}

describe.each(Object.entries(RUNTIMES))("G1, G2: on %s", (_, runtime) => {
  it("no timer keeps a process alive", async () => {
    const ended = JSON.parse(await run(runtime, "silent-store"));
    expect(ended).toEqual({ lookups: 1, timeouts: 0, loads: 1 });
  });

  it("an answer from memory allocates nothing that stays", async () => {
    const { bytes, remembered } = JSON.parse(await run(runtime, "remembered-memory"));
    expect(remembered).toBe(2_200_000);
    // Less than one bit for each request: what is left is the runtime's own.
    expect(bytes).toBeLessThan(250_000);
  });

  it("a list is loaded no more once its policy is collected, or it is stopped", async () => {
    const found = JSON.parse(await run(runtime, "list-collected"));
    expect(found).toEqual({ isCollected: true, isLoadedNoMore: true, afterStop: 0 });
  });

  it("a refresh of 100,000 entries lets others in after 4,096, and within 10 ms of its clock", async () => {
    const found = JSON.parse(await run(runtime, "list-slices"));
    const { still, goingOn, ...stats } = found;
    expect(stats).toEqual({ added: 120_000, removed: 20_000 });
    expect(still.entries).toBeLessThanOrEqual(4096);
    expect(goingOn.milliseconds).toBeLessThanOrEqual(10);
    // Every step looks at the clock: to read the list, to add what is new, to find what is gone.
    const steps = 100_000 + 10_000 + 110_000;
    for (const { looks } of [still, goingOn]) expect(looks).toBeGreaterThan(steps / STRIDE);
  });
});
