import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linkTargets } from "../markdown.ts";
import { publishablePackages, ROOT } from "../workspace.ts";
import { publishedReadme } from "./readme.ts";

const README = [
  "The [guide](../../docs/adapters/core.md) and [`a` **b**](LICENSE#mit), [here](#options),",
  "[there](https://example.com/a.md).",
  "",
  "| [cell](../hono/README.md) |",
  "| --- |",
  "",
  "```ts",
  'const code = "[guide](../../docs/elsewhere.md)";',
  "```",
].join("\n");

function core(repository?: { type: string; url: string; directory: string }) {
  const manifest = { name: "@crossgate/core", version: "1.2.3", ...(repository && { repository }) };
  return { name: manifest.name, directory: "packages/core", manifest };
}

test("a link into the tree is text while no repository is named", () => {
  expect(publishedReadme(README, core())).toBe(
    README.replace("[guide](../../docs/adapters/core.md)", "guide")
      .replace("[`a` **b**](LICENSE#mit)", "`a` **b**")
      .replace("[cell](../hono/README.md)", "cell"),
  );
});

test("a link into the tree leads to the repository, at the version's tag", () => {
  const url = "git+https://github.com/crossgate/crossgate.git";
  const home = "https://github.com/crossgate/crossgate/blob/v1.2.3";
  const repository = { type: "git", url, directory: "packages/core" };
  expect(publishedReadme(README, core(repository))).toBe(
    README.replace("../../docs/adapters/core.md", `${home}/docs/adapters/core.md`)
      .replace("LICENSE#mit", `${home}/packages/core/LICENSE#mit`)
      .replace("../hono/README.md", `${home}/packages/hono/README.md`),
  );
});

test.each(publishablePackages())("no link of $name is dead on a registry", (each) => {
  const readme = readFileSync(join(ROOT, each.directory, "README.md"), "utf8");
  const targets = linkTargets(publishedReadme(readme, each));
  expect(targets.filter((target) => !/^(?:#|https:)/.test(target))).toEqual([]);
});
