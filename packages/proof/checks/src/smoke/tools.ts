import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { stripVTControlCharacters } from "node:util";
import { commandsOf } from "../blocks/shell.ts";
import { run } from "../run.ts";
import { firstExample } from "./example.ts";
import { npmInstall, type Project, succeed } from "./project.ts";
import type { Tarball } from "../tarball.ts";
import type { Report } from "../report.ts";

/** The README says in comments what these two lines give. */
const BROWSER_ENDING = `
console.log(JSON.stringify([
  response.headers.get("etag"),
  page.exchanges.map(({ request }) => request.method),
]));
`;
const BROWSER_PRINTS = JSON.stringify([null, ["OPTIONS", "PUT"]]);

export async function smokeBrowser(
  directory: string,
  tarballs: readonly Tarball[],
  report: Report,
): Promise<void> {
  const project: Project = {
    directory,
    files: { "test.ts": firstExample("packages/browser", "ts") + BROWSER_ENDING },
    packages: ["@crossgate/browser"],
  };
  await npmInstall(project, tarballs);
  for (const [runtime, ...command] of [
    ["Node", process.execPath],
    ["Deno", "deno", "run"],
    ["Bun", "bun"],
  ]) {
    const output = await succeed(project, [...command, "test.ts"]);
    const problem = output.trim() === BROWSER_PRINTS ? undefined : output;
    report.check(`@crossgate/browser on ${runtime}: as the README's comments say`, problem);
  }
}

/** What the README's command must say about a server that answers everybody with `*`. */
const SAYS = ["BROWSER", "must not be the wildcard '*'", "WHAT TO CHANGE"];

export async function smokeCommandLine(
  directory: string,
  tarballs: readonly Tarball[],
  report: Report,
): Promise<void> {
  const packages = ["crossgate", "@crossgate/core", "@crossgate/browser"];
  const project: Project = { directory, files: {}, packages };
  await npmInstall(project, tarballs);
  const server = createServer((request, response) => {
    const permission = {
      "access-control-allow-origin": request.url === "/own" ? "https://myapp.com" : "*",
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": "PUT",
      "access-control-allow-headers": "content-type",
      "access-control-max-age": "600",
      vary: "Origin",
    };
    response.writeHead(request.method === "OPTIONS" ? 204 : 200, permission).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const explain = async (url: string): Promise<Readonly<{ code: number; output: string }>> =>
    run(exampleFor(url), { cwd: directory, timeLimit: 60_000 });
  try {
    const blocked = await explain(`${base}/data`);
    const silent = SAYS.filter((words) => !plain(blocked.output).includes(words));
    report.check("crossgate explain: blocked, exit code 1", problemOf(blocked, 1, silent));
    report.check(
      "crossgate explain: readable, exit code 0",
      problemOf(await explain(`${base}/own`), 0),
    );
  } finally {
    server.close();
  }
  report.check("crossgate explain: no server, exit code 2", problemOf(await explain(base), 2));
}

/** Words without what a terminal adds: colours, which CI has too, and lines. */
function plain(output: string): string {
  return stripVTControlCharacters(output).replaceAll(/\s+/g, " ");
}

/** The first command of the README, about another server. */
function exampleFor(url: string): readonly string[] {
  const [words = []] = commandsOf(firstExample("packages/cli", "sh"));
  if (words[0] !== "npx") throw new Error(`the README begins with ${words.join(" ")}`);
  return words.map((word) => (word.startsWith("https://api.") ? url : word));
}

function problemOf(
  { code, output }: Readonly<{ code: number; output: string }>,
  expected: number,
  missing: readonly string[] = [],
): string | undefined {
  if (code === expected && missing.length === 0) return undefined;
  return `exit code ${code}, without ${JSON.stringify(missing)}:\n${output}`;
}
