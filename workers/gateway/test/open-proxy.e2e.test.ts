import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gateways, startGateways } from "./gateways.ts";
import { ScenarioTable } from "./scenarios.ts";
import { listen, startUpstream, type Upstream } from "./upstream.ts";

let upstream: Upstream;
let gateways: Gateways;
let evil: Server;
let evilHost: string;
let reached = 0;
const table = new ScenarioTable();

beforeAll(async () => {
  upstream = await startUpstream();
  evil = createServer((_, response) => {
    reached++;
    response.end("evil");
  });
  evilHost = `localhost:${await listen(evil)}`;
  gateways = await startGateways({
    plain: {
      UPSTREAM: `http://localhost:${upstream.port}/v1`,
      ALLOWED_ORIGINS: "https://myapp.com",
      CACHE: false,
    },
  });
});
afterAll(async () => {
  table.print("Attempts to be sent elsewhere");
  await gateways?.stop();
  evil?.close();
  await upstream?.stop();
});

/** As it is written, which no HTTP client would send. */
async function send(requestLine: string, headers: readonly string[] = []): Promise<string> {
  const { hostname, port, host } = await gateways.at("plain");
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const hosts = headers.some((line) => /^host:/iu.test(line)) ? [] : [`Host: ${host}`];
  const lines = [`${requestLine} HTTP/1.1`, ...hosts, ...headers, "Connection: close", "", ""];
  socket.write(lines.join("\r\n"));
  return text(socket);
}

describe("no request says where it goes", () => {
  it.each<[string, (host: string) => string, (host: string) => readonly string[]]>([
    ["two slashes", (host) => `GET //${host}/`, () => []],
    ["a slash and a backslash", (host) => `GET /\\${host}/`, () => []],
    ["absolute form", (host) => `GET http://${host}/`, () => []],
    ["absolute form, https", (host) => `GET https://${host}/`, () => []],
    ["userinfo", (host) => `GET /@${host}/`, () => []],
    ["userinfo at once", (host) => `GET @${host}/`, () => []],
    ["a port at once", (host) => `GET :80@${host}/`, () => []],
    ["encoded dots", (host) => `GET /%2e%2e//${host}/`, () => []],
    ["dots", (host) => `GET /../../${host}/`, () => []],
    ["an encoded slash", (host) => `GET /%2f${host}/`, () => []],
    ["a tab", (host) => `GET /\t/${host}/`, () => []],
    ["a query", (host) => `GET /?url=http://${host}/`, () => []],
    ["Host", () => "GET /", (host) => [`Host: ${host}`]],
    [
      "proxies' own fields",
      () => "GET /",
      (host) => [
        `X-Forwarded-Host: ${host}`,
        `Forwarded: host=${host}`,
        `X-Original-URL: http://${host}/`,
        `X-Rewrite-URL: http://${host}/`,
      ],
    ],
    ["CONNECT", (host) => `CONNECT ${host}`, () => []],
  ])("by %s", async (name, lineFor, headersFor) => {
    upstream.seen.length = 0;
    const answer = await send(lineFor(evilHost), headersFor(evilHost));
    const [seen] = upstream.seen;
    table.note(name, `${answer.slice(9, 12)}, ${seen ? `the API got ${seen.url}` : "no request"}`);
    expect(reached).toBe(0);
    expect(answer).not.toContain("evil\r\n");
    for (const { url, headers } of upstream.seen) {
      expect(url).toMatch(/^\/v1\//u);
      expect(headers.host).toBe(`localhost:${upstream.port}`);
      expect(headers["x-original-url"] ?? headers["x-rewrite-url"]).toBeUndefined();
    }
  });

  it.each([
    "/..%2fadmin",
    "/a/..%5cadmin",
    "/%252e%252e%252fadmin",
    "/..;/admin",
    "/..%00/admin",
    "/..%20/admin",
    "/..%09/admin",
    "/..%3f/admin",
    "/..%23/admin",
    "/..%c0%afadmin",
    "/..%u002fadmin",
  ])("nor leaves the API's path: %s", async (path) => {
    upstream.seen.length = 0;
    expect(await send(`GET ${path}`)).toMatch(/^HTTP\/1\.1 400 /u);
    expect(upstream.seen).toEqual([]);
  });

  it.each([
    ["TRACE", 405],
    ["FOO", 501],
  ])("%s is answered with %i", async (method, status) => {
    expect(await send(`${method} /say`)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, "u"));
  });

  it.each([
    ["0", 204, undefined],
    ["5", 200, "4"],
  ])("OPTIONS with Max-Forwards: %s is answered with %i", async (forwards, status, sent) => {
    upstream.seen.length = 0;
    const answer = await send("OPTIONS /say", [`Max-Forwards: ${forwards}`]);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `, "u"));
    expect(upstream.seen[0]?.headers["max-forwards"]).toBe(sent);
  });

  it("a field that Connection lists ends here", async () => {
    upstream.seen.length = 0;
    await send("GET /say", ["Connection: x-hop", "X-Hop: 1", "TE: trailers", "X-Kept: 2"]);
    const { headers } = upstream.seen[0] ?? {};
    expect([headers?.["x-hop"], headers?.te, headers?.["x-kept"]]).toEqual([
      undefined,
      undefined,
      "2",
    ]);
  });

  it("a request without an origin passes: the gate is for browsers", async () => {
    expect(await send("GET /say")).toMatch(/^HTTP\/1\.1 200 /u);
  });
});
