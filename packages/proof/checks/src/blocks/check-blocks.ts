import pMap from "p-map";
import type { Report } from "../report.ts";
import { type Block, blocksOf } from "./block.ts";
import { httpProblem, jsoncProblem, jsonProblem, yamlProblem } from "./data.ts";
import { excerptProblem } from "./excerpt.ts";
import { checkScripts, isScript, runs } from "./scripts.ts";
import { shellProblem } from "./shell.ts";

type Check = (code: string, page: string) => string | undefined | Promise<string | undefined>;

/** What is checked without being compiled. Scripts are compiled, and run, together. */
const CHECKS: Readonly<Record<string, Check>> = {
  http: httpProblem,
  json: jsonProblem,
  jsonc: jsoncProblem,
  sh: (code, page) => shellProblem(page, code),
  // Words that a program says, or a picture of characters.
  text: () => undefined,
  yaml: yamlProblem,
};

/** Checks every code block of the pages as its language allows; CONTRIBUTING.md has the markers. */
export async function checkBlocks(pages: readonly string[], report: Report): Promise<void> {
  const blocks = pages.flatMap(blocksOf);
  const problems = await pMap(blocks, blockProblem, { concurrency: 4 });
  for (const [index, block] of blocks.entries()) {
    // Compiled in one go, and reported there.
    if (problems[index] === undefined && isScript(block)) continue;
    report.check(block.name, problems[index]);
  }
  await checkScripts(blocks.filter(isScript), report);
  for (const { name, marker } of blocks) {
    if (marker.kind === "not checked") console.log(`  not checked: ${name}: ${marker.why}`);
  }
  console.log(`  ${blocks.length} code blocks: ${summary(blocks)}`);
}

async function blockProblem(block: Block): Promise<string | undefined> {
  const { code, language, marker, page } = block;
  if (marker.kind === "unknown") return `the comment above it is no marker: ${marker.remark}`;
  if (marker.kind === "not checked") return undefined;
  if (marker.kind === "from") return excerptProblem(code, marker.file);
  if (block.prints !== undefined && !(isScript(block) && marker.kind === "none")) {
    return "what does not run prints nothing";
  }
  if (isScript(block)) return undefined;
  if (marker.kind === "given" || marker.kind === "not run") return "only scripts run";
  if (language === "") return "name its language after the fence; what is not code is text";
  const check = Object.hasOwn(CHECKS, language) ? CHECKS[language] : undefined;
  if (check !== undefined) return check(code, page);
  return `nothing checks ${language}: show a file of the tree <!-- from: path -->, or say <!-- not checked: why -->`;
}

/** How the blocks were looked at, the most frequent way first. */
function summary(blocks: readonly Block[]): string {
  const ways = Map.groupBy(blocks, (block) => {
    if (block.marker.kind === "from") return "lines of a file that is checked";
    if (block.marker.kind === "prints") return "what a script prints";
    if (block.marker.kind === "not checked") return "not checked";
    if (isScript(block)) return runs(block) ? "compiled and run" : "compiled";
    return block.language;
  });
  return [...ways]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([way, { length }]) => `${length} ${way}`)
    .join(", ");
}
