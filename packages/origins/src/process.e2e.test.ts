import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));
const BIN = fileURLToPath(new URL("../../../node_modules/.bin/", import.meta.url));
const RUNTIMES = {
  Node: [process.execPath, "--expose-gc"],
  Deno: [`${BIN}deno`, "run", "--allow-read", "--allow-ffi", "--v8-flags=--expose-gc"],
  Bun: [`${BIN}bun`],
} as const;

async function run([command, ...flags]: readonly string[], name: string): Promise<string> {
  const options = { timeout: 30_000, cwd: FIXTURES };
  const { stdout } = await promisify(execFile)(command ?? "", [...flags, `${name}.ts`], options);
  return stdout.trim();
}

describe.each(Object.entries(RUNTIMES))("G1, G2: on %s", (_, runtime) => {
  it("no timer keeps a process alive", async () => {
    const began = performance.now();
    expect(await run(runtime, "silent-store")).toBe("asked");
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it("an answer from memory allocates nothing that stays", async () => {
    const { bytes, remembered } = JSON.parse(await run(runtime, "remembered-memory"));
    expect(remembered).toBe(2_200_000);
    // Less than one bit for each request: what is left is the runtime's own.
    expect(bytes).toBeLessThan(250_000);
  });

  it("a list is loaded no more once its policy is collected, or it is stopped", async () => {
    const { whileUsed, ...found } = JSON.parse(await run(runtime, "list-collected"));
    expect(whileUsed).toBeGreaterThan(2);
    expect(found).toEqual({ collected: 1, afterwards: 0, afterStop: 0 });
  });

  it("a refresh of 100,000 entries blocks the loop for at most 10 ms", async () => {
    const { blocks, ...stats } = JSON.parse(await run(runtime, "list-blocking"));
    expect(stats).toMatchObject({ added: 180_000, removed: 80_000, origins: 50_000 });
    // All but one: a runtime collects its garbage when it likes.
    const sorted = blocks.toSorted((one: number, other: number) => one - other);
    expect(sorted[6]).toBeLessThanOrEqual(10);
  });
});
