import { describe, expect, test } from "vitest";
import { loadCases } from "./cases.ts";
import { deadLinks } from "./links.ts";
import { readPage } from "./markdown.ts";
import { pages } from "./pages.ts";
import { PEER_DEFECTS, renderPeerDefects } from "./peer-defects.ts";
import { withPlaces } from "./places.ts";
import { ownCommands, wrongCommands } from "./pnpm-commands.ts";
import { CLOSE, TREE, withLines } from "./tree-lines.ts";
import { renderSpec, SPEC, specProblems } from "./spec.ts";

const cases = await loadCases();
const own = await ownCommands();

describe("docs/spec.md", () => {
  test("knows every rule", () => expect(specProblems(cases)).toEqual([]));

  test(`names ${cases.length} cases (pnpm docs:write)`, () =>
    expect(readPage(SPEC)).toBe(renderSpec(cases)));
});

test(`${PEER_DEFECTS} names the cases that find them (pnpm docs:write)`, () =>
  expect(readPage(PEER_DEFECTS)).toBe(renderPeerDefects(cases)));

test.each(pages())("%s names the lines where declarations stand (pnpm docs:write)", (page) =>
  expect(readPage(page)).toBe(withPlaces(readPage(page))),
);

test(`${TREE} tells how many lines folders have, within a third (pnpm docs:write)`, () =>
  expect(readPage(TREE)).toBe(withLines(readPage(TREE), CLOSE)));

test.each(pages())("the links of %s lead somewhere", (page) => expect(deadLinks(page)).toEqual([]));

test.each(pages())("the commands of pnpm on %s do what it says", (page) =>
  expect(wrongCommands(page, own)).toEqual([]),
);

test("the commands that pnpm has itself are known", () =>
  expect([...own]).toEqual(expect.arrayContaining(["install", "exec", "docs", "deploy"])));
