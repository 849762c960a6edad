import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { succeed } from "../run.ts";
import { pack, type Tarball } from "../tarball.ts";
import { publishablePackages } from "../workspace.ts";
import { exchangeProblem } from "./exchange.ts";
import { CORE, HONO, ORIGINS } from "./fetch-handlers.ts";
import { CLOUDFLARE, NEXTJS } from "./frameworks.ts";
import type { Fresh } from "./fresh.ts";
import { BUN, DENO, JSR } from "./own-servers.ts";
import { smokeJest } from "./jest.ts";
import { type Project, succeedIn } from "./project.ts";
import { startServer } from "./server.ts";
import { smokeBrowser, smokeCommandLine } from "./tools.ts";

const FRESH: readonly Fresh[] = [NEXTJS, CLOUDFLARE, CORE, HONO, ORIGINS, DENO, JSR, BUN];
const TOOLS = { "@crossgate/browser": smokeBrowser, crossgate: smokeCommandLine };

const packages = publishablePackages();
const folder = mkdtempSync(join(tmpdir(), "crossgate-smoke-"));
let tarballs: readonly Tarball[];

beforeAll(async () => {
  await succeed(["tsc", "-b"]);
  tarballs = await Promise.all(packages.map((each) => pack(each, folder)));
});

afterAll(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

test("every package has its first example run", () => {
  const covered = [...FRESH.map(({ name }) => name), ...Object.keys(TOOLS)];
  expect(packages.map(({ name }) => name).filter((name) => !covered.includes(name))).toEqual([]);
});

describe.concurrent("the README's first example, in a fresh project", () => {
  test.each(FRESH)("$name", async ({ before = [], exchanges, install, name, project, serve }) => {
    const directory = join(folder, name.replaceAll(/\W+/g, "-"));
    const fresh: Project = { directory, ...project };
    await install(fresh, tarballs);
    for (const command of before) await succeedIn(fresh, command);
    for (const [host, command] of Object.entries(serve)) {
      const server = await startServer(directory, command);
      try {
        for (const exchange of exchanges) {
          const problem = await exchangeProblem(server.url, exchange);
          expect(problem, `${host}: ${exchange.name}`).toBeUndefined();
        }
      } finally {
        await server.stop();
      }
    }
  });

  test.each(Object.entries(TOOLS))("%s", async (name, smoke) => {
    const work = smoke(join(folder, name.replaceAll(/\W+/g, "-")), tarballs);
    await expect(work).resolves.toBeUndefined();
  });
});

describe.concurrent("the tests of docs/recipes/jest.md, in a fresh project", () => {
  test.each(["commonjs", "esm"] as const)("%s", async (kind) => {
    await expect(smokeJest(join(folder, `jest-${kind}`), tarballs, kind)).resolves.toBeUndefined();
  });
});
