import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { publishedReadme } from "./release/readme.ts";
import { replaceInTarball } from "./release/replace-in-tarball.ts";
import { run } from "./run.ts";
import { ROOT, type WorkspacePackage } from "./workspace.ts";

export interface Tarball {
  readonly name: string;
  readonly directory: string;
  /** Where it lies. */
  readonly path: string;
  readonly files: readonly string[];
}

const ALLOWED = /^(?:dist\/.+\.(?:js|d\.ts)|README\.md|LICENSE|package\.json)$/;
const TEST = /\.(?:test|test-d)\.(?:ts|js|d\.ts)$/;
const REQUIRED = ["README.md", "LICENSE", "package.json", "dist/index.js", "dist/index.d.ts"];

/**
 * Packs as a release does: with pnpm, because npm ignores `publishConfig.exports`, and with links that
 * lead somewhere from a registry's page.
 */
export async function pack(each: WorkspacePackage, destination: string): Promise<Tarball> {
  const { name, directory } = each;
  const { code, output } = await run(
    ["pnpm", "pack", "--json", "--pack-destination", destination],
    {
      cwd: resolve(ROOT, directory),
    },
  );
  if (code !== 0) throw new Error(output);
  const packed: { filename: string; files: readonly { path: string }[] } = JSON.parse(
    output.slice(output.indexOf("{")),
  );
  replaceInTarball(packed.filename, "package/README.md", (readme) => publishedReadme(readme, each));
  return { name, directory, path: packed.filename, files: packed.files.map(({ path }) => path) };
}

/** What is missing from a tarball, and what should not be in it. */
export function contentsProblem({ directory, files }: Tarball): string | undefined {
  const sources = globSync("src/**/*.ts", { cwd: join(ROOT, directory) });
  const built = sources
    .filter((file) => !TEST.test(file))
    .map((file) => file.replace(/^src\/(.+)\.ts$/, "dist/$1"))
    .flatMap((stem) => [`${stem}.js`, `${stem}.d.ts`]);
  const missing = [...new Set([...REQUIRED, ...built])].filter((file) => !files.includes(file));
  const extra = files.filter((file) => !ALLOWED.test(file) || TEST.test(file));
  const problems = [
    ...missing.map((file) => `missing: ${file}`),
    ...extra.map((file) => `does not belong: ${file}`),
  ];
  return problems.length === 0 ? undefined : problems.join("\n");
}

export async function publintProblem(tarball: Tarball): Promise<string | undefined> {
  const bytes = readFileSync(tarball.path);
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
    strict: true,
  });
  if (messages.length === 0) return undefined;
  return messages.map((message) => formatMessage(message, pkg) ?? message.code).join("\n");
}

export async function attwProblem({ path }: Tarball): Promise<string | undefined> {
  const { code, output } = await run(["attw", path, "--profile", "esm-only", "--no-emoji"]);
  return code === 0 ? undefined : output;
}
