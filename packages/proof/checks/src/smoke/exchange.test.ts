import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Exchange, exchangeProblem } from "./exchange.ts";

const READ: Exchange = {
  name: "read",
  path: "/",
  status: 200,
  body: "hello",
  answer: { "access-control-allow-origin": "https://myapp.com", vary: "Origin" },
};

let server: Server;
afterEach(() => server.close());

async function problemOf(lines: readonly string[], body = "hello"): Promise<string | undefined> {
  server = createServer((_, response) => {
    response.writeHead(200, [...lines, "content-type", "text/plain"]).end(body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return exchangeProblem(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, READ);
}

const ORIGIN = ["access-control-allow-origin", "https://myapp.com"];

test.each([
  ["as it must be", [...ORIGIN, "vary", "Origin"]],
  ["beside what Next adds", [...ORIGIN, "vary", "rsc, Origin", "vary", "Accept-Encoding"]],
])("%s", async (_, lines) => expect(await problemOf(lines)).toBeUndefined());

test.each([
  ["without Vary", ORIGIN],
  ["with another origin", ["access-control-allow-origin", "*", "vary", "Origin"]],
  ["with two origins", [...ORIGIN, ...ORIGIN, "vary", "Origin"]],
  ["with one header more", [...ORIGIN, "vary", "Origin", "access-control-max-age", "1"]],
  ["with Vary twice", [...ORIGIN, "vary", "Origin", "vary", "Origin"]],
])("%s", async (_, lines) => expect(await problemOf(lines)).toContain("expected"));

test("with another body", async () => {
  expect(await problemOf([...ORIGIN, "vary", "Origin"], "bye")).toContain("expected");
});
