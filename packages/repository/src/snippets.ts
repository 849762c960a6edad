import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Host, HOSTS } from "./hosts.ts";
import { codeBlocks, readPage } from "./markdown.ts";
import type { Report } from "./report.ts";
import { run } from "./run.ts";
import { publishablePackages, ROOT } from "./workspace.ts";

interface Snippet {
  readonly name: string;
  readonly host: Host;
  readonly source: string;
  /** Why it only compiles, and does not run here. */
  readonly notRun: boolean;
  /** What the page says it prints. */
  readonly prints: string | undefined;
}

const TIME_LIMIT_MS = 10_000;

/**
 * Compiles and runs every `ts` block of the pages on its own. A comment above a block may say more:
 * `<!-- given: declare … -->` declares what the block takes from the reader, `<!-- not run: why -->`
 * keeps it from running, and `<!-- prints -->` above the next block holds its output to the truth.
 */
export async function checkSnippets(pages: readonly string[], report: Report): Promise<void> {
  const snippets = pages.flatMap(snippetsOf);
  const folder = mkdtempSync(join(tmpdir(), "crossgate-docs-"));
  try {
    prepare(folder, snippets);
    for (const [host, own] of Map.groupBy(snippets, ({ host }) => host)) {
      const { code, output } = await run(["tsc", "-p", writeProject(folder, host, own)]);
      report.check(`${own.length} ts blocks for ${host} compile`, code === 0 ? undefined : output);
    }
    for (const snippet of snippets.filter(({ notRun }) => !notRun)) {
      report.check(`${snippet.name} runs`, await runProblem(folder, snippet));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function snippetsOf(page: string): readonly Snippet[] {
  const blocks = codeBlocks(readPage(page));
  return blocks.flatMap(({ language, code, remark }, index) => {
    if (language !== "ts") return [];
    const next = blocks[index + 1];
    const given = /^given:([\s\S]*)$/.exec(remark)?.[1];
    return {
      name: `${page.replace(".md", "").replaceAll("/", "-")}-${index + 1}.ts`,
      host: /from "(?:@crossgate\/cloudflare|cloudflare:)/.test(code) ? "workers" : "web",
      source: `${given ?? ""}\n${code}\nexport {};\n`,
      notRun: given !== undefined || remark.startsWith("not run:"),
      prints: next?.remark === "prints" ? next.code : undefined,
    };
  });
}

async function runProblem(folder: string, { name, prints }: Snippet): Promise<string | undefined> {
  const { code, output } = await run([process.execPath, name], {
    cwd: folder,
    timeLimit: TIME_LIMIT_MS,
  });
  if (code !== 0) return output === "" ? `ended with ${code}, perhaps after a time-out` : output;
  if (prints === undefined || output.trimEnd() === prints.trimEnd()) return undefined;
  return `prints\n${output}\nand the page says\n${prints}`;
}

/** A project in which the workspace's packages are installed, as links. */
function prepare(folder: string, snippets: readonly Snippet[]): void {
  for (const { name, source } of snippets) writeFileSync(join(folder, name), source);
  write(folder, "package.json", { type: "module" });
  link(folder, "@types/node", "node_modules/@types/node");
  for (const { name, directory, manifest } of publishablePackages()) {
    link(folder, name, directory);
    for (const host of Object.keys({ ...manifest.peerDependencies, ...manifest.devDependencies })) {
      link(folder, host, `${directory}/node_modules/${host}`);
    }
  }
}

function writeProject(folder: string, host: Host, snippets: readonly Snippet[]): string {
  const compilerOptions = {
    lib: HOSTS[host].lib,
    // Examples for servers say `process.env`, and workerd knows that too.
    types: [...HOSTS[host].types, ...(host === "web" ? ["node"] : [])],
    module: "nodenext",
    target: "es2023",
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
  const project = `tsconfig.${host}.json`;
  write(folder, project, { compilerOptions, files: snippets.map(({ name }) => name) });
  return join(folder, project);
}

function link(folder: string, name: string, target: string): void {
  const path = join(folder, "node_modules", name);
  if (existsSync(path) || !existsSync(join(ROOT, target))) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(ROOT, target), path);
}

function write(folder: string, file: string, content: object): void {
  writeFileSync(join(folder, file), JSON.stringify(content));
}
