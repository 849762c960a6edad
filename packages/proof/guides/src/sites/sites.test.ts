import { globSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MIGRATION_FOLDER } from "../migration/folder.ts";
import { readText } from "../pages/page.ts";
import { expected, idle, outcomesOf } from "./outcomes.ts";
import { ENVIRONMENT } from "./site.ts";
import { SITES } from "./sites.ts";

beforeEach(() => {
  for (const [name, value] of Object.entries(ENVIRONMENT)) vi.stubEnv(name, value);
  // Express shows errors in its response, and prints them.
  vi.spyOn(console, "error").mockImplementation(() => {});
});

describe.each(SITES)("$page: $name", ({ page, name, differences }) => {
  it("lets the pages read that read before, except for the changes on its page", async () => {
    const before = await outcomesOf(await load(page, name, "before"));
    const after = await outcomesOf(await load(page, name, "after"));
    expect(after).toEqual(expected(before, differences));
    expect(idle(before, differences)).toEqual([]);
    expect([...after.values()]).toContain("read");
  });
});

it.each(SITES)("$page: $name is on its page", ({ page, name }) => {
  expect(readText(`docs/migration/${page}.md`)).toContain(`<!-- site: ${page}/${name} -->`);
});

it("knows every site", () => {
  const folders = globSync("*/sites/*/after.ts", { cwd: MIGRATION_FOLDER });
  const known = SITES.map(({ page, name }) => `${page}/sites/${name}/after.ts`);
  expect(folders.toSorted()).toEqual(known.toSorted());
});

function load(page: string, name: string, file: "before" | "after"): Promise<object> {
  return import(pathToFileURL(`${MIGRATION_FOLDER}${page}/sites/${name}/${file}.ts`).href);
}
