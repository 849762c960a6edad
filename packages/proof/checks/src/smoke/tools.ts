import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { stripVTControlCharacters } from "node:util";
import { parse } from "shell-quote";
import { expect } from "vitest";
import { run } from "../run.ts";
import { firstExample } from "./example.ts";
import { npmInstall, type Project, succeedIn } from "./project.ts";
import type { Tarball } from "../tarball.ts";

/** The README says in comments what these two lines give. */
const BROWSER_ENDING = `
console.log(JSON.stringify([
  response.headers.get("etag"),
  page.exchanges.map(({ request }) => request.method),
]));
`;
const BROWSER_PRINTS = JSON.stringify([null, ["OPTIONS", "PUT"]]);

export async function smokeBrowser(directory: string, tarballs: readonly Tarball[]): Promise<void> {
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
    const output = await succeedIn(project, [...command, "test.ts"]);
    // As the README's comments say.
    expect(output.trim(), runtime).toBe(BROWSER_PRINTS);
  }
}

/** A public page that asks a local server would be asked for permission first. */
const LOCAL_PAGE = "http://localhost:3000";

/** What the README's command must say about a server that answers everyone with `*`. */
const SAYS = ["BLOCKED", "acao-wildcard-credentials", "WHAT TO DO"];

export async function smokeCommandLine(
  directory: string,
  tarballs: readonly Tarball[],
): Promise<void> {
  const packages = ["crossgate", "@crossgate/core", "@crossgate/browser"];
  const project: Project = { directory, files: {}, packages };
  await npmInstall(project, tarballs);
  const server = createServer((request, response) => {
    const permission = {
      "access-control-allow-origin": request.url === "/own" ? LOCAL_PAGE : "*",
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
    run(exampleFor(url), { cwd: directory, timeLimit: 240_000 });
  try {
    const blocked = await explain(`${base}/data`);
    expect(blocked.code, blocked.output).toBe(1);
    for (const words of SAYS) expect(plain(blocked.output)).toContain(words);
    const readable = await explain(`${base}/own`);
    expect(readable.code, readable.output).toBe(0);
  } finally {
    server.close();
  }
  const unreachable = await explain(base);
  expect(unreachable.code, unreachable.output).toBe(2);
}

/** Words without what a terminal adds: colours, which CI has too, and lines. */
function plain(output: string): string {
  return stripVTControlCharacters(output).replaceAll(/\s+/g, " ");
}

/** The README's command about a URL, with another server's. */
function exampleFor(url: string): readonly string[] {
  const commands = firstExample("packages/cli", "sh")
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n");
  const command = commands.find((line) => line.startsWith("npx crossgate explain https://"));
  if (command === undefined) throw new Error(`no command about a URL: ${commands.join("; ")}`);
  return parse(command)
    .map(String)
    .map((word) => {
      if (word.startsWith("https://api.")) return url;
      return word === "https://myapp.com" ? LOCAL_PAGE : word;
    });
}
