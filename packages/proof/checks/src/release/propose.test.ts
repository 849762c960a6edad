import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../workspace.ts";
import type { Job } from "./workflows.ts";

const { version, propose }: Readonly<Record<string, Job>> = parse(
  readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8"),
).jobs;

let folder: string;
let tree: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crossgate-propose-"));
  tree = join(folder, "tree");
  for (const each of [".changeset", ".github/workflows", "packages/core/src"]) {
    mkdirSync(join(tree, each), { recursive: true });
  }
  write(".changeset/a-change.md", "A change.\n");
  write("packages/core/package.json", manifest("1.2.3"));
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "--message=before");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a version becomes a commit of the same files, and no hook runs", () => {
  handOver(() => {
    rmSync(join(tree, ".changeset/a-change.md"));
    write("packages/core/package.json", manifest("1.3.0"));
    write("packages/core/CHANGELOG.md", "## 1.3.0\n");
  });
  const hook = join(tree, ".git/hooks/pre-commit");
  mkdirSync(join(tree, ".git/hooks"), { recursive: true });
  writeFileSync(hook, `#!/bin/sh\ntouch ${join(folder, "hooked")}\n`);
  chmodSync(hook, 0o755);
  expect(commitPatch()).toMatchObject({ status: 0 });
  expect(git("log", "--max-count=1", "--format=%s")).toBe("Release 1.3.0\n");
  expect(git("show", "--format=", "--name-status", "--no-renames").split("\n")).toEqual([
    "D\t.changeset/a-change.md",
    "A\tpackages/core/CHANGELOG.md",
    "M\tpackages/core/package.json",
    "",
  ]);
  expect(existsSync(join(folder, "hooked"))).toBe(false);
});

test.each<[string, () => void]>([
  ["source", () => write("packages/core/src/index.ts", "evil();\n")],
  ["a configuration", () => write(".changeset/config.json", "{}\n")],
  ["a file deeper in", () => write("packages/core/src/package.json", "{}\n")],
  ["a file that is run", () => chmodSync(join(tree, "packages/core/package.json"), 0o755)],
  ["a link", () => symlinkSync("/etc/passwd", join(tree, "packages/core/CHANGELOG.md"))],
  ["a name of two lines", () => write("packages/core/src/a\npackage.json", "{}\n")],
])("a patch with %s is refused", (_, change) => {
  handOver(change);
  expect(commitPatch()).toMatchObject({ status: 1 });
  expect(git("log", "--format=%s")).toBe("before\n");
});

test.each([".github/workflows/ci.yml", "package.json", ".gitattributes"])(
  "a patch of another's making with %s is refused",
  (file) => {
    handOver(() => undefined);
    const lines = ["--- /dev/null", `+++ b/${file}`, "@@ -0,0 +1 @@", "+evil", ""];
    appendFileSync(join(folder, "version.patch"), lines.join("\n"));
    expect(commitPatch()).toMatchObject({ status: 1 });
    expect(git("log", "--format=%s")).toBe("before\n");
  },
);

test("a patch of git's own files, or of files elsewhere, is refused by git", () => {
  for (const file of [".git/hooks/pre-commit", "../outside"]) {
    const lines = ["--- /dev/null", `+++ b/${file}`, "@@ -0,0 +1 @@", "+evil", ""];
    writeFileSync(join(folder, "version.patch"), lines.join("\n"));
    expect(commitPatch().status).not.toBe(0);
    expect(existsSync(join(tree, file))).toBe(false);
  }
});

/** Makes a change, and its patch as the job without rights does; the tree is as it was. */
function handOver(change: () => void): void {
  write("packages/core/package.json", manifest("1.3.0"));
  change();
  expect(runStep(version, "git diff")).toMatchObject({ status: 0 });
  git("reset", "--quiet", "--hard");
}

function commitPatch(): { readonly status: number | null } {
  return runStep(propose, "git commit");
}

/** Runs the one step of a job that runs a command, as the runner would. */
function runStep(job: Job | undefined, command: string): { readonly status: number | null } {
  const step = job?.steps?.find(({ run = "" }) => run.includes(command));
  const env = { ...job?.env, ...step?.env, RUNNER_TEMP: folder, PATCH: patch() };
  return spawnSync("bash", ["-e", "-c", step?.run ?? "exit 9"], {
    cwd: tree,
    env: { ...process.env, ...strings(env) },
  });
}

function patch(): string {
  return join(folder, "version.patch");
}

function strings(env: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]));
}

function git(...words: readonly string[]): string {
  return execFileSync("git", words, { cwd: tree, encoding: "utf8" });
}

function write(file: string, text: string): void {
  writeFileSync(join(tree, file), text);
}

function manifest(of: string): string {
  return `{\n  "name": "core",\n  "version": "${of}",\n  "private": true\n}\n`;
}
