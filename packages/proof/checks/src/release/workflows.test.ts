import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../workspace.ts";
import { jsrPackages } from "./jsr.ts";
import { actionlintProblems, workflowProblems } from "./workflows.ts";

const SOUND = `name: sound
on: { pull_request: {} }
permissions: { contents: read }
concurrency: sound
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0 # v7.0.0
        with: { persist-credentials: false }
      - run: npm test
`;

// Not a template literal of ours: GitHub would put the title into the script.
const INJECTION = ["echo $", "{{ github.event.pull_request.title }}"].join("");

const FILES = globSync(".github/workflows/*.yml", { cwd: ROOT });

test("there are workflows", () => expect(FILES.length).toBeGreaterThan(1));

test.each(FILES)("%s", async (file) => {
  const source = readFileSync(join(ROOT, file), "utf8");
  expect(workflowProblems(source)).toEqual([]);
  expect(await actionlintProblems(source, file)).toEqual([]);
});

test("a sound workflow is sound", async () => {
  expect(workflowProblems(SOUND)).toEqual([]);
  expect(await actionlintProblems(SOUND, ".github/workflows/sound.yml")).toEqual([]);
});

describe("one change, and it is not", () => {
  test.each([
    ["9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0", "v7", "not pinned by a full commit"],
    [" # v7.0.0", "", "say its version"],
    [" # v7.0.0", " # v7", "say its version"],
    ["pull_request: {}", "pull_request_target: {}", "an event that strangers raise"],
    ["permissions: { contents: read }\nconc", "permissions: write-all\nconc", "at the top"],
    ["concurrency: sound\n", "", "concurrency"],
    ["    timeout-minutes: 5\n", "", "timeout-minutes"],
    ["    permissions: { contents: read }\n    steps", "    steps", "its own permissions"],
    ["        with: { persist-credentials: false }\n", "", "persist-credentials: false"],
    ["npm test", INJECTION, "an expression in a script"],
    ["runs-on", "container: node:24\n    runs-on", "not pinned by version and digest"],
    ["runs-on", `container: { image: "node@sha256:${"a".repeat(64)}" }\n    runs-on`, "by version"],
  ])("%j → %j", (before, after, problem) => {
    expect(SOUND).toContain(before);
    expect(workflowProblems(SOUND.replace(before, after)).join("\n")).toContain(problem);
  });
});

test("actionlint sees what a stranger could inject", async () => {
  const source = SOUND.replace("npm test", INJECTION);
  const problems = await actionlintProblems(source, ".github/workflows/injected.yml");
  expect(problems.join("\n")).toContain("potentially untrusted");
});

test("JSR gets every package that has a jsr.json", () => {
  const workflow: {
    jobs: { jsr: { strategy: { matrix: { package: readonly string[] } } } };
  } = parse(readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8"));
  expect(workflow.jobs.jsr.strategy.matrix.package.map((name) => `packages/${name}`)).toEqual(
    jsrPackages().map(({ directory }) => directory),
  );
});

describe("what npm is handed", () => {
  const {
    jobs,
  }: { jobs: Readonly<Record<string, { needs?: string; steps: { run?: string }[] }>> } = parse(
    readFileSync(join(ROOT, ".github/workflows/release.yml"), "utf8"),
  );
  const scripts = (job: string): string =>
    (jobs[job]?.steps ?? []).map(({ run = "" }) => run).join("\n");

  test("is packed where nothing of the checks has run", () => {
    expect(scripts("pack")).toContain("bare.mjs release:pack");
    expect(scripts("pack")).not.toContain(".ci/run");
    expect(jobs["pack"]?.needs).toBe("check");
    expect(scripts("check")).toContain(".ci/run");
  });

  test("is compared with a second build before anyone can sign it", () => {
    expect(jobs["npm"]?.needs).toBe("compare");
    expect(jobs["compare"]?.needs).toBe("pack");
    const [first] = /bare\.mjs release:pack[^]*cmp \S+\/SHA256SUMS/.exec(scripts("compare")) ?? [];
    expect(first).toBeDefined();
  });
});

test("no workflow takes pnpm from a registry unchecked", () => {
  for (const file of FILES) expect(readFileSync(join(ROOT, file), "utf8")).not.toMatch(/\bnpx\b/);
});

test("the pnpm that is checked has the sum of its program for Linux", () => {
  const folder = join(ROOT, "packages/proof/checks/pnpm");
  const { packages }: { packages: Readonly<Record<string, { integrity?: string }>> } = JSON.parse(
    readFileSync(join(folder, "package-lock.json"), "utf8"),
  );
  for (const name of ["pnpm", "@pnpm/exe.linux-x64", "@pnpm/exe.linux-arm64"]) {
    expect(packages[`node_modules/${name}`]?.integrity).toMatch(/^sha512-/);
  }
});
