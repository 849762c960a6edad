import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkBlocks } from "./blocks/check-blocks.ts";
import { loadCases } from "./cases.ts";
import { deadLinks } from "./links.ts";
import { readPage } from "./markdown.ts";
import { pages } from "./pages.ts";
import { refusalExampleProblem } from "./refusal-example.ts";
import { Report } from "./report.ts";

import { renderSpec, SPEC, specProblems } from "./spec.ts";
import { ROOT } from "./workspace.ts";

const README = "README.md";

const report = new Report();
const cases = await loadCases();
const spec = renderSpec(cases);
if (process.argv.includes("--write")) writeFileSync(join(ROOT, SPEC), spec);

report.check(`${SPEC} knows every rule`, problem(specProblems(cases)));
report.check(
  `${SPEC} names ${cases.length} cases`,
  readPage(SPEC) === spec ? undefined : "out of date: pnpm docs:write",
);
report.check(
  `${README} shows the real refusal`,
  existsSync(join(ROOT, README)) ? refusalExampleProblem(README) : "there is no README.md",
);
for (const page of pages()) report.check(`links of ${page}`, problem(deadLinks(page)));
await checkBlocks(pages(), report);
report.finish();

function problem(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.join("\n");
}
