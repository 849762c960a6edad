import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExplainReport } from "../src/index.ts";
import { crossgate } from "./command-line.ts";
import { type Running, runListener } from "./running.ts";

const page = "http://localhost:3000";

/** What a person has in hand, given to the command line as a shell would. */
describe("explain, of what is in hand", () => {
  let server: Running;
  let base: string;
  let folder: string;
  const seen: string[] = [];

  beforeAll(async () => {
    server = await runListener((request, response) => {
      const { method = "", url = "", headers } = request;
      seen.push(`${method} ${url} ${headers.cookie ?? ""}`.trim());
      if (url === "/open") response.setHeader("access-control-allow-origin", "*");
      if (url === "/get-only" && method === "OPTIONS") response.statusCode = 405;
      if (url === "/preflighted" && method === "OPTIONS") {
        response.writeHead(204, {
          "access-control-allow-origin": "*",
          "access-control-allow-methods": "DELETE",
        });
      }
      response.end("data");
    });
    base = `http://localhost:${server.port}`;
    folder = mkdtempSync(join(tmpdir(), "crossgate-hand-"));
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function json(args: readonly string[], input = ""): Promise<ExplainReport> {
    const { stdout, stderr } = await crossgate(["explain", ...args, "--json"], {}, input);
    expect(stderr).toBe("");
    return JSON.parse(stdout) as ExplainReport;
  }

  const lines: readonly (readonly [string, (base: string) => string])[] = [
    [
      "Chromium, fetch",
      (url) =>
        `Access to fetch at '${url}/closed' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    ],
    [
      "Chromium, XMLHttpRequest",
      (url) =>
        `app.js:1 Access to XMLHttpRequest at '${url}/closed' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    ],
    [
      "Chromium, font",
      (url) =>
        `Access to font at '${url}/closed' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    ],
    [
      "Chromium, script",
      (url) =>
        `Access to script at '${url}/closed' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    ],
    [
      "Chromium, image",
      (url) =>
        `Access to image at '${url}/closed' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    ],
    [
      "Chromium, stylesheet",
      (url) =>
        `Access to CSS stylesheet at '${url}/closed' from origin '${page}' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
    ],
    [
      "Firefox",
      (url) =>
        `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}/closed. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
    ],
    [
      "Safari",
      (url) =>
        `[Error] Origin ${page} is not allowed by Access-Control-Allow-Origin. Status code: 200\n[Error] Fetch API cannot load ${url}/closed due to access control checks.`,
    ],
  ];

  it.each(lines)("a console line: %s", async (_, line) => {
    const report = await json([line(base)]);
    expect(report).toMatchObject({
      verdict: "blocked",
      cause: { code: "acao-missing" },
      given: { kind: "console" },
      url: `${base}/closed`,
    });
  });

  it("a line without a URL wants one, and takes it", async () => {
    const line = `Origin ${page} is not allowed by Access-Control-Allow-Origin. Status code: 200`;
    const { code, stderr } = await crossgate(["explain", line]);
    expect(code).toBe(2);
    expect(stderr).toContain("--url");
    expect(await json([line, "--url", `${base}/closed`])).toMatchObject({
      origin: page,
      cause: { code: "acao-missing" },
    });
  });

  it.each([
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at $URL. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 405.`,
    `[Error] Origin ${page} is not allowed by Access-Control-Allow-Origin. Status code: 405\n[Error] Fetch API cannot load $URL due to access control checks.`,
  ])("a status that only a preflight has tells that the line is of one: %s", async (line) => {
    const report = await json([line.replace("$URL", `${base}/get-only`), "-o", page]);
    expect(report.cause?.code).toBe("options-unrouted");
    expect(report.given.notes.join()).toContain("a preflight has that one");
  });

  it("does not send the DELETE that a console line is about", async () => {
    seen.length = 0;
    const line = `Access to fetch at '${base}/preflighted' from origin '${page}' has been blocked by CORS policy: Method DELETE is not allowed by Access-Control-Allow-Methods in preflight response.`;
    await json([line]);
    expect(seen.some((request) => request.startsWith("OPTIONS"))).toBe(true);
    expect(seen.some((request) => request.startsWith("DELETE"))).toBe(false);
  });

  it("a cURL command, in quotes, as words, from a file and from standard input", async () => {
    const command = `curl '${base}/closed' -H 'origin: ${page}' -H 'x-a: 1' -b 'sid=secretvalue' --compressed`;
    const file = join(folder, "request.txt");
    writeFileSync(file, command);
    const words = [
      "curl",
      `${base}/closed`,
      "-H",
      `origin: ${page}`,
      "-H",
      "x-a: 1",
      "-b",
      "sid=secretvalue",
    ];
    const reports = [
      await json([command]),
      await json([file]),
      await json([`@${file}`]),
      await json(["-"], command),
      await json([], command),
    ];
    for (const report of reports) {
      expect(report).toMatchObject({
        origin: page,
        url: `${base}/closed`,
        script: { credentials: "include", headers: [["x-a", "1"]] },
      });
      expect(JSON.stringify(report)).not.toContain("secretvalue");
    }
    const { stdout } = await crossgate(["explain", "--json", ...words]);
    expect(JSON.parse(stdout)).toMatchObject({ origin: page, script: { headers: [["x-a", "1"]] } });
  });

  it("a call of fetch", async () => {
    const call = `fetch("${base}/closed", { "headers": { "x-a": "1" }, "referrer": "${page}/", "method": "GET", "mode": "cors", "credentials": "omit" });`;
    expect(await json([call])).toMatchObject({
      origin: page,
      given: { kind: "fetch" },
      script: { credentials: "omit" },
    });
  });

  it("a HAR file: lists, explains one, and explains it without sending anything", async () => {
    const entry = (
      url: string,
      status: number,
      headers: readonly object[] = [],
      error?: string,
    ): object => ({
      _resourceType: "fetch",
      request: { method: "GET", url, headers: [{ name: "Origin", value: page }] },
      response: { status, statusText: "", headers, content: {}, ...(error && { _error: error }) },
    });
    const file = join(folder, "recording.har");
    const wildcard = [{ name: "access-control-allow-origin", value: "*" }];
    const entries = [
      entry(`${base}/open`, 200, wildcard),
      entry(`${base}/closed`, 0, [], "net::ERR_FAILED"),
      entry(`${base}/recorded`, 500, [{ name: "server", value: "nginx" }]),
    ];
    writeFileSync(file, JSON.stringify({ log: { entries } }));
    const { stdout } = await crossgate(["explain", "--har", file], { NO_COLOR: "1" });
    expect(stdout).toMatch(/3 requests to other origins[^]*→ {4}2[^]*BLOCKED/);
    expect(await json(["--har", file])).toMatchObject({
      url: `${base}/closed`,
      cause: { code: "acao-missing" },
    });
    seen.length = 0;
    expect(await json(["--har", file, "--entry", "3", "--offline"])).toMatchObject({
      cause: { code: "handler-failed" },
    });
    expect(await json(["--har", file, "--entry", "1", "--offline"])).toMatchObject({
      verdict: "readable",
    });
    expect(seen).toEqual([]);
  });

  it.each([
    ["a host without a scheme", ["localhost:3000/x"], "did you mean http://localhost:3000/x"],
    ["a public host", ["api.example.com/x"], "did you mean https://api.example.com/x"],
    [
      "an origin without a scheme",
      ["http://localhost:1234/", "-o", "localhost:3000"],
      "did you mean http://localhost:3000",
    ],
    [
      "a public origin",
      ["http://localhost:1234/", "-o", "app.example.com"],
      "did you mean https://app.example.com",
    ],
    ["several words", ["Access", "to", "fetch"], "in quotes"],
    ["other text", ["what is this"], "is nothing that explain reads. Paste"],
    ["an empty standard input", ["-"], "empty"],
  ])("spells a typing error right: %s", async (_, args, hint) => {
    const { code, stderr } = await crossgate(["explain", ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
  });

  it("takes the page from an origin header", async () => {
    expect(await json([`${base}/open`, "-H", "Origin: https://app.example.com"])).toMatchObject({
      origin: "https://app.example.com",
      script: { dropped: [] },
    });
  });

  it("says of a server that is not ours what the page can do", async () => {
    const { cures } = await json([`${base}/closed`, "-o", page, "--not-mine"]);
    expect(cures.slice(0, 2)).toMatchObject([
      { audience: "proxy", product: "vite" },
      { audience: "proxy", product: "crossgate-gateway" },
    ]);
    expect(cures.some(({ audience }) => audience === "server")).toBe(false);
  });
});
