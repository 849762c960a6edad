import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import type { Report } from "../report.ts";
import { run } from "../run.ts";
import type { Block } from "./block.ts";
import { createProject, writeSettings } from "./project.ts";

/** The extension of each language that a compiler reads. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  ts: "ts",
  mts: "mts",
  tsx: "tsx",
  js: "js",
  jsx: "jsx",
};

const WORKERS =
  /from "(?:@crossgate\/cloudflare|cloudflare:)|\b(?:ExportedHandler|KVNamespace|R2Bucket|Fetcher)\b/;
const TIME_LIMIT_MS = 20_000;

interface Script {
  readonly block: Block;
  readonly file: string;
  readonly project: "web" | "web-js" | "workers" | "workers-js";
}

/** Whether a block is to be compiled here; a part of a file is compiled with its file. */
export function isScript({ language, marker }: Block): boolean {
  if (marker.kind === "from" || marker.kind === "not checked") return false;
  return Object.hasOwn(EXTENSIONS, language);
}

/** Compiles every script of the pages on its own, and runs what its page does not except. */
export async function checkScripts(blocks: readonly Block[], report: Report): Promise<void> {
  const scripts = blocks.map(scriptOf);
  const folder = mkdtempSync(join(tmpdir(), "crossgate-docs-"));
  try {
    createProject(folder);
    for (const { block, file } of scripts) writeFileSync(join(folder, file), sourceOf(block));
    for (const [project, own] of Map.groupBy(scripts, ({ project }) => project)) {
      const files = own.map(({ file }) => file);
      const { code, output } = await run(["tsc", "-p", writeSettings(folder, project, files)]);
      const name = `${own.length} scripts for ${project} compile`;
      report.check(name, code === 0 ? undefined : output);
    }
    const running = scripts.filter(({ block }) => runs(block));
    const concurrency = availableParallelism();
    const problems = await pMap(running, (script) => runProblem(folder, script), { concurrency });
    for (const [index, { block }] of running.entries()) {
      report.check(`${block.name} runs`, problems[index]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function scriptOf(block: Block): Script {
  const host = WORKERS.test(block.code) ? "workers" : "web";
  return {
    block,
    file: `${block.page.replace(".md", "").replaceAll("/", "-")}-${block.number}.${EXTENSIONS[block.language]}`,
    project: block.language.startsWith("js") ? `${host}-js` : host,
  };
}

function sourceOf({ code, marker }: Block): string {
  const given = marker.kind === "given" ? marker.declarations : "";
  return `${given}\n${code}\nexport {};\n`;
}

/** Node strips types, and knows no JSX. */
export function runs({ language, marker }: Block): boolean {
  return marker.kind === "none" && !language.endsWith("x");
}

async function runProblem(
  folder: string,
  { block: { prints }, file }: Script,
): Promise<string | undefined> {
  const { code, output } = await run([process.execPath, file], {
    cwd: folder,
    timeLimit: TIME_LIMIT_MS,
  });
  if (code !== 0) return output === "" ? `ended with ${code}, perhaps after a time-out` : output;
  if (prints === undefined || output.trimEnd() === prints.trimEnd()) return undefined;
  return `prints\n${output}\nand the page says\n${prints}`;
}
