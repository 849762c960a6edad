import { describe, expect, it } from "vitest";
import { MIGRATIONS } from "../migration/migrations.ts";
import { recordingOf } from "../migration/recording.ts";
import { RECIPES } from "../recipes/recipes.ts";
import { commandsOf } from "./commands.ts";
import { embed } from "./embed.ts";
import { guidePages, readText } from "./page.ts";

describe.each(guidePages())("%s", (page) => {
  it("shows the files that run and the tables that are tested (pnpm --filter @crossgate/guides write)", () => {
    expect(readText(page)).toBe(embed(readText(page)));
  });
});

describe.each(["migration", "recipes"])("docs/%s/README.md", (folder) => {
  it("links every page beside it", () => {
    const index = readText(`docs/${folder}/README.md`);
    const beside = guidePages().flatMap((page) => {
      const [, name] = new RegExp(`^docs/${folder}/(.+\\.md)$`).exec(page) ?? [];
      return name === undefined || name === "README.md" ? [] : [name];
    });
    expect(beside.filter((name) => !index.includes(`](${name})`))).toEqual([]);
  });
});

describe.each(MIGRATIONS)("the page of $name", (migration) => {
  const page = readText(`docs/migration/${migration.name}.md`);

  it("shows both applications, the recorded answers and the notes to them", () => {
    for (const file of ["before.ts", "after.ts", "answers.diff"]) {
      expect(page).toContain(
        `<!-- from: packages/proof/guides/migration/${migration.name}/${file} -->`,
      );
    }
    expect(page).toContain(`<!-- notes: ${migration.name} -->`);
    expect(readText(recordingOf(migration))).not.toContain("[unexplained]");
  });
});

describe.each(RECIPES)("the page of $name", ({ folder }) => {
  const page = readText(`docs/recipes/${folder}.md`);

  it("tells its reader a command, and the answer to it", () => {
    expect(commandsOf(page)).not.toEqual([]);
  });

  it("shows files that run and what was tried", () => {
    expect(page).toContain(`<!-- from: packages/proof/guides/recipes/${folder}/`);
    expect(page).toContain(`<!-- tried: ${folder} -->`);
  });
});
