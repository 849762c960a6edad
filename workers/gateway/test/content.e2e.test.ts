import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gateways, startGateways } from "./gateways.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

const EMPTY = "0\r\n\r\n";
const FOUR = "4\r\nbody\r\n0\r\n\r\n";

let upstream: Upstream;
let gateways: Gateways;

beforeAll(async () => {
  upstream = await startUpstream();
  gateways = await startGateways({
    plain: { UPSTREAM: `http://localhost:${upstream.port}`, ALLOWED_ORIGINS: "https://myapp.com" },
  });
});
afterAll(async () => {
  await gateways?.stop();
  await upstream?.stop();
});

/** As it is written: no fetch sends a GET with content. */
async function statusOf(method: string, field: string, content: string): Promise<number> {
  const { hostname, port, host } = await gateways.at("plain");
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const head = [`${method} /say HTTP/1.1`, `Host: ${host}`, field, "Connection: close"];
  socket.write(`${head.join("\r\n")}\r\n\r\n${content}`);
  return Number((await text(socket)).slice(9, 12));
}

describe("a request that has no content", () => {
  it.each([
    ["GET", "Content-Length: 0", "", 200],
    ["HEAD", "Content-Length: 0", "", 200],
    ["GET", "Transfer-Encoding: chunked", EMPTY, 200],
    ["HEAD", "Transfer-Encoding: chunked", EMPTY, 200],
    ["GET", "Content-Length: 4", "body", 400],
    ["HEAD", "Content-Length: 4", "body", 400],
    ["GET", "Transfer-Encoding: chunked", FOUR, 400],
    ["DELETE", "Content-Length: 4", "body", 200],
  ])("%s, %s, %j: %i", async (method, field, content, status) => {
    upstream.seen.length = 0;
    expect(await statusOf(method, field, content)).toBe(status);
    expect(upstream.seen.length).toBe(status === 200 ? 1 : 0);
    const { headers } = upstream.seen[0] ?? {};
    const sent = headers?.["content-length"] ?? headers?.["transfer-encoding"];
    expect(sent !== undefined).toBe(method === "DELETE");
    expect(gateways.log.join("\n")).not.toContain("gateway: 500");
  });
});
