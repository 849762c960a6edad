import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createConsumer, entriesOf } from "./consumer.ts";
import { createPackedSuite, originProblem, runPackedSuite } from "./packed-conformance.ts";
import { run } from "./run.ts";
import { sideEffectProblem } from "./side-effects.ts";
import { attwProblem, contentsProblem, pack, publintProblem } from "./tarball.ts";
import { publishablePackages, ROOT } from "./workspace.ts";

/** It imports `cloudflare:workers`. */
const ONLY_ON_WORKERD = "@crossgate/cloudflare/kv-origins";

const packages = publishablePackages();
const solution = readFileSync(join(ROOT, "tsconfig.json"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "crossgate-packages-"));
afterAll(() => rmSync(folder, { recursive: true }));

// From nothing: what an earlier build left behind must not be published.
for (const { directory } of packages) {
  rmSync(join(ROOT, directory, "dist"), { recursive: true, force: true });
}
const built = await run(["tsc", "-b"]);
const tarballs = await Promise.all(packages.map((each) => pack(each, folder)));
const consumer = await createConsumer(join(folder, "consumer"), tarballs);

test("tsc -b builds the packages", () => expect(built).toEqual({ code: 0, output: "" }));

test.each(packages)("$name is built by tsc -b", ({ directory }) =>
  expect(solution).toContain(`"${directory}/tsconfig.build.json"`),
);

describe.each(tarballs)("the tarball of $name", (tarball) => {
  test("holds what it must, and no more", () => expect(contentsProblem(tarball)).toBeUndefined());
  test("passes publint --strict", async () =>
    expect(await publintProblem(tarball)).toBeUndefined());
  test("passes attw --profile esm-only", async () =>
    expect(await attwProblem(tarball)).toBeUndefined());
});

describe("a user", () => {
  test("installs the tarballs", () => expect(consumer.problem).toBeUndefined());

  test.concurrent.each(consumer.builds)("compiles: $name", async ({ command }) => {
    const { code, output } = await run(command, { cwd: consumer.directory });
    expect(code === 0 ? "" : faultsOfOurs(output)).toBe("");
  });

  const entries = tarballs.flatMap(entriesOf).filter((entry) => entry !== ONLY_ON_WORKERD);
  test.each(entries)("imports %s, and nothing else happens", async (entry) =>
    expect(await sideEffectProblem(consumer, entry)).toBeUndefined(),
  );

  // The README says so of CommonJS, and what is awaited at a module's top would end it.
  test.each(entries)("requires %s from CommonJS", async (entry) => {
    const script = ["--input-type=commonjs", "-e", "require(process.argv[1])", entry];
    const result = await run([process.execPath, ...script], { cwd: consumer.directory });
    expect(result).toEqual({ code: 0, output: "" });
  });
});

// Sources pass the suite in a stage of their own; users run what was compiled and packed.
describe("the conformance suite over the tarballs", async () => {
  const suite = await createPackedSuite(join(folder, "conformance"), tarballs);

  test("installs", () => expect(suite.problem).toBeUndefined());
  test.each(suite.checked)("checks $name/dist", (tarball) =>
    expect(originProblem(suite, tarball)).toBeUndefined(),
  );
  test("passes", async () => {
    const { passed, failed } = await runPackedSuite(suite);
    expect(failed).toBe(0);
    expect(passed).toBeGreaterThan(0);
  });
});

/**
 * The errors in our declarations and in what uses them. Hosts publish declarations for the
 * TypeScript of their own time. Hono's do not compile with 5.6 in any project.
 */
function faultsOfOurs(output: string): string {
  const theirs = /^node_modules\/(?!(?:\.pnpm\/)?@crossgate)/;
  const errors = output.split("\n").filter((line) => /error TS\d+/.test(line));
  // A compiler that fails without its own error has not compiled anything.
  if (errors.length === 0) return output;
  return errors.filter((line) => !theirs.test(line)).join("\n");
}
