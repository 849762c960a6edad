import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { UsageError } from "../usage-error.ts";
import { lint } from "./lint.ts";

// Within this package, so that modules find what they import.
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(here, "../../node_modules/.crossgate-lint-"));

afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** Writes files into a folder of their own, and gives the path of the first. */
function project(files: Readonly<Record<string, string>>): string {
  count += 1;
  const root = join(folder, String(count));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return join(root, Object.keys(files)[0] ?? "");
}

const named = `{ origin: "https://myapp.com", allowHeaders: [] }`;

describe("lint reads", () => {
  it("corsByPath, by asking it about what its module names", async () => {
    const path = project({
      "policy.mjs": `import { corsByPath } from "@crossgate/core/by-path";
export default corsByPath([
  { path: "/public/*", origin: "*" },
  { path: "/admin/*", origin: ["https://admin.myapp.com"], credentials: true },
]);`,
    });
    expect(await lint(path)).toMatchObject({
      verdict: "clean",
      allows: [
        "/public/crossgate-lint: any page on the web may read.",
        "/admin/crossgate-lint: https://admin.myapp.com with cookies may read.",
        "/crossgate-lint: no page of another origin may read.",
      ],
    });
  });

  it("finds a gate that allows strangers with cookies", async () => {
    const path = project({
      "policy.mjs": `import { corsByPath } from "@crossgate/core/by-path";
export default corsByPath([{ path: "/api/*", origin: () => true, credentials: true }]);`,
    });
    const { verdict, warnings } = await lint(path);
    expect(verdict).toBe("warnings");
    expect(warnings[0]).toMatchObject({
      code: "allows-probe",
      path: "/api/crossgate-lint",
      message: expect.stringContaining("with cookies"),
    });
  });

  it("says what is wrong with a rule of corsByPath", async () => {
    const path = project({
      "policy.mjs": `import { corsByPath } from "@crossgate/core/by-path";
export default corsByPath([{ path: "/a/*", origin: "https://Myapp.com/" }]);`,
    });
    expect(await lint(path)).toMatchObject({
      verdict: "invalid",
      errors: [{ path: "[0].origin" }],
    });
  });

  it("a function of env, with the variables of a file", async () => {
    const files = {
      "policy.mjs": `export default (env) => ({ origin: env.ALLOWED.split(","), allowHeaders: [] });`,
      ".dev.vars": "ALLOWED=https://myapp.com,https://b.example",
    };
    const path = project(files);
    const report = await lint(path, { env: join(dirname(path), ".dev.vars") });
    expect(report).toMatchObject({ verdict: "clean" });
    expect(report.allows[0]).toContain("https://b.example");
    await expect(lint(path, { env: join(dirname(path), "missing") })).rejects.toThrow(
      /cannot be read/,
    );
    await expect(lint(path)).rejects.toThrow(/--env/);
  });

  it("a function of Hono's context", async () => {
    const path = project({
      "policy.mjs": `export default (c) => ({ origin: c.env.ALLOWED, allowHeaders: [] });`,
      ".env": "ALLOWED=https://myapp.com",
    });
    expect(await lint(path, { env: join(dirname(path), ".env") })).toMatchObject({
      verdict: "clean",
    });
  });

  it("TypeScript with enums, namespaces, path aliases and parameter properties", async () => {
    const path = project({
      "src/policy.ts": `import { origins } from "@/lists/origins";
enum Age { Short = 60 }
class Options { constructor(readonly origin: string[], readonly maxAge = Age.Short, readonly allowHeaders: string[] = []) {} }
export default { ...new Options(origins) };`,
      "src/lists/origins.ts": `export const origins: string[] = ["https://myapp.com"];`,
      "tsconfig.json": `{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }`,
    });
    expect(await lint(path)).toMatchObject({ verdict: "clean" });
  });

  it("a module beside a Worker, which imports what only workerd has", async () => {
    const path = project({
      "policy.ts": `import { env, WorkerEntrypoint } from "cloudflare:workers";
export class Other extends WorkerEntrypoint {}
export default { origin: (env as { ALLOWED?: string }).ALLOWED ?? "https://myapp.com", allowHeaders: [] };`,
    });
    expect(await lint(path)).toMatchObject({ verdict: "clean" });
  });

  it("ends with a module that listens, and keeps what it prints to itself", async () => {
    const path = project({
      "policy.mjs": `import { createServer } from "node:http";
createServer(() => {}).listen(0);
setInterval(() => console.log("tick"), 10);
console.log("started");
export default ${named};`,
    });
    expect(await lint(path)).toMatchObject({ verdict: "clean" });
  });

  it.each([
    ["loops", `for (;;) {}\nexport default ${named};`],
    ["waits at its top", `await new Promise(() => {});\nexport default ${named};`],
  ])("ends with a module that %s", async (_, source) => {
    await expect(lint(project({ "policy.mjs": source }), { timeout: 1500 })).rejects.toThrow(
      /did not finish|ended/,
    );
  });

  it.each([
    ["an app of Hono", `import { Hono } from "hono"; export default new Hono();`],
    ["an object with fetch", `export default { fetch() { return new Response(); } };`],
    ["an Express app", `import express from "express"; export default express();`],
    ["a Worker's class", `export default class extends Object { fetch() {} };`],
    ["route handlers", `export default { GET() {}, POST() {} };`],
  ])("says how to export the policy of %s", async (_, source) => {
    const read = lint(project({ "policy.mjs": source }));
    await expect(read).rejects.toThrow(UsageError);
    await expect(read).rejects.toThrow(/Put it into its own module/);
  });

  it.each([
    ["nothing", "export const a = 1;"],
    ["a text", `export default "https://myapp.com";`],
    ["a list", `export default ["https://myapp.com"];`],
    ["what does not parse", "export default {"],
    ["what exits", `process.exit(0);`],
  ])("refuses a module that exports %s", async (_, source) => {
    await expect(lint(project({ "policy.mjs": source }))).rejects.toThrow(UsageError);
  });
});
