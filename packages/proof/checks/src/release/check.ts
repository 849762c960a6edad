import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Report } from "../report.ts";
import { run } from "../run.ts";
import { publishablePackages, ROOT } from "../workspace.ts";
import { dependencyProblem } from "./dependencies.ts";
import { fieldProblem, repositoryProblem } from "./fields.ts";
import { jsrPackages } from "./jsr.ts";
import { jsrManifestProblem, jsrPublishProblem, licenceProblem } from "./jsr-publish.ts";
import { rehearseVersion } from "./rehearsal.ts";
import { commonVersion, packedProblems, versionProblems } from "./versions.ts";

const report = new Report();
const packages = publishablePackages();
/** `owner/name`, of which all packages must be. */
const HOME = /github\.com\/(.+)\.git$/.exec(packages[0]?.manifest.repository?.url ?? "")?.[1];

for (const each of packages) {
  report.check(`${each.name}: package.json`, fieldProblem(each));
  report.check(`${each.name}: dependencies`, dependencyProblem(each));
  report.check(`${each.name}: repository`, repositoryProblem(each, HOME));
}
if (HOME === undefined)
  console.log('  no "repository" yet: the release workflow says what to write');
for (const each of jsrPackages()) {
  report.check(`${each.name}: jsr.json`, jsrManifestProblem(each));
  report.check(`${each.name}: LICENSE`, licenceProblem(each));
  report.check(`${each.name}: deno publish --dry-run`, await jsrPublishProblem(each));
}
report.check("every published package moves with the others", fixedProblem());
await rehearse();
report.finish();

function fixedProblem(): string | undefined {
  const config: { fixed: readonly (readonly string[])[] } = JSON.parse(
    readFileSync(join(ROOT, ".changeset/config.json"), "utf8"),
  );
  const names = packages.map(({ name }) => name).toSorted();
  const same = JSON.stringify(config.fixed) === JSON.stringify([names]);
  return same ? undefined : `.changeset/config.json: "fixed" must be ${JSON.stringify([names])}`;
}

/** The next version, made and packed in a copy. */
async function rehearse(): Promise<void> {
  const { code, output } = await run(["tsc", "-b"]);
  report.check("tsc -b", code === 0 ? undefined : output);
  const copy = mkdtempSync(join(tmpdir(), "crossgate-release-"));
  try {
    const before = commonVersion(ROOT);
    const problem = await rehearseVersion(copy);
    report.check("changeset version, in a copy of the tree", problem);
    if (problem !== undefined) return;
    const after = commonVersion(copy);
    report.check(
      `one version: ${before} becomes ${after}`,
      after === before ? "it did not" : undefined,
    );
    report.check(`jsr.json and CHANGELOG.md say ${after}`, lines(versionProblems(copy, after)));
    const packed = await packedProblems(copy, after, copy);
    report.check(`${packages.length} tarballs ask for each other's ^${after}`, lines(packed));
    const format = await run(["oxfmt", "--check", "packages", ".changeset"], { cwd: copy });
    report.check("what was written is formatted", format.code === 0 ? undefined : format.output);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function lines(problems: readonly string[]): string | undefined {
  return problems.length === 0 ? undefined : problems.join("\n");
}
