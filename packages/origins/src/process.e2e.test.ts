import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../", import.meta.url));
const RUNTIMES = {
  Node: [process.execPath, "--expose-gc"],
  Deno: [join(ROOT, "node_modules/.bin/deno"), "run", "--v8-flags=--expose-gc"],
  Bun: [join(ROOT, "node_modules/.bin/bun")],
} as const;

const SILENT = `import { rememberedOrigins } from "@crossgate/origins";
const origin = rememberedOrigins(() => new Promise(() => {}), { lookupTimeout: 30 });
origin("https://myapp.com");
console.log("asked");
`;

const MEMORY = `import { rememberedOrigins } from "@crossgate/origins";
const collect = globalThis.gc ?? (() => Bun.gc(true));
const used = () => (collect(), collect(), process.memoryUsage().heapUsed);
const origin = rememberedOrigins(() => true, { ttl: 3600 });
await origin("https://myapp.com");
const ask = (times) => { for (let time = 0; time < times; time++) origin("https://myapp.com"); };
ask(200_000);
const before = used();
ask(2_000_000);
console.log(used() - before, origin.stats().remembered);
`;

let folder: string;
beforeAll(() => {
  // Below the package, so that its name is resolved as for a user.
  folder = mkdtempSync(join(PACKAGE, "test/program-"));
  writeFileSync(join(folder, "silent.ts"), SILENT);
  writeFileSync(join(folder, "memory.ts"), MEMORY.replaceAll("(times)", "(times: number)"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function run([command, ...flags]: readonly [string, ...string[]], file: string) {
  const options = { timeout: 15_000, cwd: folder };
  const { stdout } = await promisify(execFile)(command, [...flags, join(folder, file)], options);
  return stdout.trim();
}

describe.each(Object.entries(RUNTIMES))("G1: on %s", (_, runtime) => {
  it("no timer keeps a process alive", async () => {
    const began = performance.now();
    expect(await run(runtime, "silent.ts")).toBe("asked");
    expect(performance.now() - began).toBeLessThan(12_000);
  });

  it("an answer from memory allocates nothing that stays", async () => {
    const [bytes, remembered] = (await run(runtime, "memory.ts")).split(" ").map(Number);
    expect(remembered).toBe(2_200_000);
    // Less than one bit for each request: what is left is the runtime's own.
    expect(bytes).toBeLessThan(250_000);
  });
});
