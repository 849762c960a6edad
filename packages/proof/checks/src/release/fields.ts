import type { WorkspacePackage } from "../workspace.ts";

const SOURCE = /^\.\/src\/(.+)\.ts$/;
/** A command line does something when it is imported; nothing else does. */
const SIDE_EFFECTS = [false, "**/bin.*"];

/** What a registry page, or a bundler, would miss in a package.json. */
export function fieldProblem({ manifest }: WorkspacePackage): string | undefined {
  const { description, engines, files, keywords, license, publishConfig, sideEffects, type } =
    manifest;
  const expectations: readonly (readonly [boolean, string])[] = [
    [license === "MIT", `"license": "MIT"`],
    [type === "module", `"type": "module"`],
    [
      description !== undefined && !description.endsWith("."),
      `a "description" without a full stop`,
    ],
    [keywords?.includes("cors") === true && keywords.length >= 4, `"keywords", "cors" among them`],
    [Object.keys(engines ?? {}).length > 0, `"engines"`],
    [
      [sideEffects].flat().every((each) => SIDE_EFFECTS.includes(each ?? "")),
      `"sideEffects": false`,
    ],
    [files?.join(" ") === "dist !dist/.tsbuildinfo", `"files": ["dist", "!dist/.tsbuildinfo"]`],
    [publishConfig?.access === "public", `"publishConfig": { "access": "public" }`],
    [publishConfig?.provenance === true, `"publishConfig": { "provenance": true }`],
  ];
  const missing = expectations.filter(([met]) => !met).map(([, wanted]) => `write ${wanted}`);
  const problems = [...missing, ...entryProblems(manifest)];
  return problems.length === 0 ? undefined : problems.join("\n");
}

/** What is published under a name must be what the same name means in the tree. */
function entryProblems({ exports = {}, publishConfig }: WorkspacePackage["manifest"]): string[] {
  return Object.entries(publishConfig?.exports ?? {}).flatMap(([entry, published]) => {
    const source = exports[entry];
    const stem = typeof source === "string" ? SOURCE.exec(source)?.[1] : undefined;
    const expected =
      stem === undefined ? source : { types: `./dist/${stem}.d.ts`, default: `./dist/${stem}.js` };
    return JSON.stringify(published) === JSON.stringify(expected)
      ? []
      : [`publishConfig.exports["${entry}"] is not what exports["${entry}"] becomes`];
  });
}

/** npm's provenance compares the package's `repository` with the place it was built in. */
export function repositoryProblem(
  { directory, manifest: { repository } }: WorkspacePackage,
  home: string | undefined,
): string | undefined {
  if (home === undefined) {
    return repository && `${directory}/package.json: "repository" is not of all, or not on GitHub`;
  }
  const expected = { type: "git", url: `git+https://github.com/${home}.git`, directory };
  if (JSON.stringify(repository) === JSON.stringify(expected)) return undefined;
  return `${directory}/package.json: npm provenance needs "repository": ${JSON.stringify(expected)}`;
}
