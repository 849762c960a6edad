import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, succeed } from "../run.ts";
import { publishablePackages, ROOT } from "../workspace.ts";
import { dependencyProblem } from "./dependencies.ts";
import { fieldProblem, repositoryProblem } from "./fields.ts";
import { jsrPackages } from "./jsr.ts";
import { jsrManifestProblem, jsrPublishProblem, licenceProblem } from "./jsr-publish.ts";
import { rehearseVersion } from "./rehearsal.ts";
import { commonVersion, packedProblems, versionProblems } from "./versions.ts";

const packages = publishablePackages();
/** `owner/name`, of which all packages must be; none before the release workflow asks for it. */
const HOME = /github\.com\/(.+)\.git$/.exec(packages[0]?.manifest.repository?.url ?? "")?.[1];

describe.each(packages)("$name", (each) => {
  test("has a sound package.json", () => expect(fieldProblem(each)).toBeUndefined());
  test("depends on what was agreed to", () => expect(dependencyProblem(each)).toBeUndefined());
  test("is of this repository", () => expect(repositoryProblem(each, HOME)).toBeUndefined());
});

describe.each(jsrPackages())("$name on JSR", (each) => {
  test("has a sound jsr.json", () => expect(jsrManifestProblem(each)).toBeUndefined());
  test("has the licence", () => expect(licenceProblem(each)).toBeUndefined());
  test("is taken by deno publish --dry-run", async () =>
    expect(await jsrPublishProblem(each)).toBeUndefined());
});

test("every published package moves with the others", () => {
  const config: { fixed: readonly (readonly string[])[] } = JSON.parse(
    readFileSync(join(ROOT, ".changeset/config.json"), "utf8"),
  );
  expect(config.fixed).toEqual([packages.map(({ name }) => name).toSorted()]);
});

describe("the next version, made and packed in a copy", () => {
  const copy = mkdtempSync(join(tmpdir(), "crossgate-release-"));
  const before = commonVersion(ROOT);
  let after: string;

  beforeAll(async () => {
    await succeed(["tsc", "-b"]);
    await rehearseVersion(copy);
    after = commonVersion(copy);
  });

  afterAll(() => rmSync(copy, { recursive: true }));

  test("is another", () => expect(after).not.toBe(before));
  test("is in jsr.json and CHANGELOG.md", () => expect(versionProblems(copy, after)).toEqual([]));
  test("is what the tarballs ask of each other", async () =>
    expect(await packedProblems(copy, after, copy)).toEqual([]));
  test("is written as the formatter does", async () => {
    const { code, output } = await run(["oxfmt", "--check", "packages", ".changeset"], {
      cwd: copy,
    });
    expect(code, output).toBe(0);
  });
});
