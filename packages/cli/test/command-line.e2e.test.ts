import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crossgate } from "./command-line.ts";
import { freePort } from "@crossgate/testkit/free-port";
import { type Running, runListener } from "./running.ts";

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe("the command line", () => {
  let open: Running;
  let url: string;

  beforeAll(async () => {
    open = await runListener(({ url: path }, response) => {
      if (path === "/open") response.setHeader("access-control-allow-origin", "*");
      response.end("\u001b[2Jdata");
    });
    url = `http://127.0.0.1:${open.port}`;
  });

  afterAll(() => open?.stop());

  it.each([
    [0, ["explain", "/open"]],
    [1, ["explain", "/closed"]],
    [0, ["audit", "/closed", "--rate", "1000"]],
    [0, ["audit", "/open", "--rate", "1000"]],
    [2, ["explain", "not a url"]],
    [2, ["explain"]],
    [2, ["explain", "/open", "--profile", "netscape"]],
    [2, ["explain", "/open", "-H", "no colon"]],
    [2, ["explain", "/open", "--server", "nonesuch"]],
    [2, ["explain", "/open", "-d", "@no-such-file"]],
    [2, ["explain", "@no-such-file"]],
    [2, ["explain", "/open", "-o", "https://*.example.com"]],
    [2, ["explain", "/open", "-o", "https://a.example,https://b.example"]],
    [2, ["explain", "/open", "-o", "ws://a.example"]],
    [2, ["explain", "/open", "--proxy", "::::"]],
    [2, ["explain", "/open", "--resolve", "nowhere"]],
    [2, ["audit", "/open", "--rate", "0"]],
    [2, ["lint", "no-such-module.js"]],
    [0, ["lint", fromHere("../fixtures/policy.js")]],
    [1, ["lint", "--strict", fromHere("../fixtures/doubtful-policy.js")]],
    [2, ["unknown"]],
    [0, ["--help"]],
    [0, ["--version"]],
  ])("ends with %i: %j", async (code, args) => {
    const result = await crossgate(
      args.map((arg) => (/^\/(?:open|closed)$/.test(arg) ? url + arg : arg)),
    );
    expect(result).toMatchObject({ code });
    expect(result.stderr + result.stdout).not.toBe("");
  });

  it("says for an unreachable server that this is not CORS", async () => {
    const { code, stdout } = await crossgate(["explain", `http://127.0.0.1:${await freePort()}/`]);
    expect(code).toBe(2);
    expect(stdout).toContain("UNREACHABLE  Nothing listens at 127.0.0.1");
  });

  it("says that a proxy cannot be reached, and nothing of the server", async () => {
    const proxy = `http://127.0.0.1:${await freePort()}`;
    for (const command of ["explain", "audit"]) {
      const { code, stdout } = await crossgate([command, `${url}/open`, "--proxy", proxy]);
      expect(code).toBe(2);
      expect(stdout.replace(/\s+/g, " ")).toContain(
        `the proxy ${new URL(proxy).host} cannot be reached`,
      );
      expect(stdout).not.toContain("Nothing listens");
    }
  });

  it("prints an error of the options without all of the help", async () => {
    const { stderr } = await crossgate(["explain", `${url}/open`, "--timeout", "0"]);
    expect(stderr).toMatch(/^error: .*\ncrossgate explain --help lists the options\.\n$/);
  });

  it("reads what a shell of Windows pipes", async () => {
    const command = Buffer.from(
      `\ufeffcurl '${url}/closed' -H 'origin: https://a.example'`,
      "utf16le",
    );
    const { code, stdout } = await crossgate(["explain", "-"], {}, command);
    expect(code).toBe(1);
    expect(stdout).toContain("without Access-Control-Allow-Origin");
  });

  it("prints JSON and nothing else", async () => {
    const { stdout } = await crossgate(["explain", `${url}/closed`, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 2,
      verdict: "blocked",
      cause: { code: "acao-missing" },
      failure: { code: "acao-missing", chromium: "MissingAllowOriginHeader" },
    });
  });

  it("has colour where it is wanted, and none under NO_COLOR", async () => {
    const args = ["explain", `${url}/closed`];
    const coloured = await crossgate(args, { FORCE_COLOR: "1" });
    expect(coloured.stdout).toContain("\u001b[");
    const plain = await crossgate(args, { NO_COLOR: "1" });
    expect(plain.stdout).not.toContain("\u001b");
  });

  it("keeps its prose within 80 columns", async () => {
    const { stdout } = await crossgate(["explain", `${url}/closed`], { NO_COLOR: "1" });
    const long = stdout.split("\n").filter((line) => line.length > 80);
    expect(long).toEqual([]);
  });
});
