import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const DENO = fileURLToPath(new URL("../../../node_modules/.bin/deno", import.meta.url));

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly exports: string | Readonly<Record<string, string>>;
}

describe.each(["core", "deno"])("packages/%s on JSR", (name) => {
  const folder = fileURLToPath(new URL(`../../${name}/`, import.meta.url));
  const read = (file: string): Manifest => JSON.parse(readFileSync(folder + file, "utf8"));

  it("could be published: no slow types, nothing unresolved", async () => {
    const command = ["publish", "--dry-run", "--allow-dirty"];
    const { stderr } = await promisify(execFile)(DENO, command, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(stderr).toContain("Checking for slow types");
    expect(stderr).toContain("Success Dry run complete");
    expect(stderr).not.toMatch(/warning|\.test\.ts/u);
  });

  it("says what package.json says", () => {
    const jsr = read("jsr.json");
    const npm = read("package.json");
    const { "./package.json": _, ...entries } = npm.exports as Record<string, string>;
    expect(typeof jsr.exports === "string" ? { ".": jsr.exports } : jsr.exports).toEqual(entries);
    expect(jsr).toMatchObject({ name: npm.name, version: npm.version, license: npm.license });
  });
});
