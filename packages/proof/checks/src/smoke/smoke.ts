import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { Report } from "../report.ts";
import { run } from "../run.ts";
import { pack, type Tarball } from "../tarball.ts";
import { publishablePackages } from "../workspace.ts";
import { exchangeProblem } from "./exchange.ts";
import { CORE, HONO, ORIGINS } from "./fetch-handlers.ts";
import { CLOUDFLARE, NEXTJS } from "./frameworks.ts";
import type { Fresh } from "./fresh.ts";
import { BUN, DENO, JSR } from "./own-servers.ts";
import { type Project, succeed } from "./project.ts";
import { startServer } from "./server.ts";
import { smokeBrowser, smokeCommandLine } from "./tools.ts";

/** The slow ones first, so that the others run beside them. */
const FRESH: readonly Fresh[] = [NEXTJS, CLOUDFLARE, CORE, ORIGINS, HONO, DENO, JSR, BUN];
const TOOLS = { "@crossgate/browser": smokeBrowser, crossgate: smokeCommandLine };

const report = new Report();
const packages = publishablePackages();
const folder = mkdtempSync(join(tmpdir(), "crossgate-smoke-"));
try {
  const { code, output } = await run(["tsc", "-b"]);
  report.check("tsc -b", code === 0 ? undefined : output);
  const tarballs = await Promise.all(packages.map((each) => pack(each, folder)));
  const covered = [...FRESH.map(({ name }) => name), ...Object.keys(TOOLS)];
  const forgotten = packages.map(({ name }) => name).filter((name) => !covered.includes(name));
  report.check(
    "every package has its first example run",
    forgotten.length === 0 ? undefined : forgotten.join(", "),
  );
  const projects = [
    ...FRESH.map((fresh) => ({
      name: fresh.name,
      work: (directory: string) => smoke(directory, fresh, tarballs),
    })),
    ...Object.entries(TOOLS).map(([name, tool]) => ({
      name,
      work: (directory: string) => tool(directory, tarballs, report),
    })),
  ];
  const timedOne = ({ name, work }: (typeof projects)[number], index: number): Promise<void> =>
    timed(name, () => work(join(folder, `project-${index}`)));
  await pMap(projects, timedOne, { concurrency: availableParallelism() });
} finally {
  rmSync(folder, { recursive: true, maxRetries: 5 });
}
report.finish();

/** A project that cannot be installed, built or started is one failure; the others go on. */
async function timed(name: string, work: () => Promise<void>): Promise<void> {
  const begin = performance.now();
  try {
    await work();
  } catch (error) {
    report.check(`${name}: installs, builds and starts`, String(error));
  }
  console.log(`        ${name}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

async function smoke(
  directory: string,
  { name, before = [], exchanges, install, project: parts, serve }: Fresh,
  tarballs: readonly Tarball[],
): Promise<void> {
  const project: Project = { directory, ...parts };
  await install(project, tarballs);
  for (const command of before) await succeed(project, command);
  for (const [host, command] of Object.entries(serve)) {
    const server = await startServer(directory, command);
    try {
      for (const exchange of exchanges) {
        const problem = await exchangeProblem(server.url, exchange);
        report.check(`${name} on ${host}: ${exchange.name}`, problem);
      }
    } finally {
      await server.stop();
    }
  }
}
