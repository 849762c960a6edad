import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** May read everything but what is below /admin. */
const PAGE = "https://myapp.com";
/** May read what is below /admin. */
const ADMIN = "https://admin.myapp.com";

let bun: ChildProcess;
let url: URL;

beforeAll(async () => {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  bun = spawn(path("../../../node_modules/.bin/bun"), [path("../fixtures/paths.ts")], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = await once(bun.stdout!.setEncoding("utf8"), "data");
  url = new URL(String(line));
});
afterAll(() => {
  bun.kill();
});

/** The path leaves as it is written. */
async function ask(
  path: string,
  origin: string,
  method = "GET",
): Promise<{ readonly status: number; readonly allowOrigin: unknown; readonly body: string }> {
  const asked = method === "OPTIONS" ? { "access-control-request-method": "PUT" } : {};
  const { hostname, port } = url;
  const request = httpRequest({
    hostname,
    port,
    path,
    method,
    headers: { origin, ...asked },
  }).end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const allowOrigin = response.headers["access-control-allow-origin"];
  return { status: response.statusCode ?? 0, allowOrigin, body: await text(response) };
}

describe("policies by path in front of Bun's router", () => {
  it.each([
    "/admin",
    "/admin/",
    "/admin/x",
    "/admin/fixed",
    "/admin/user/1",
    "/%61dmin/x",
    "/%2561dmin/x",
    "//admin/x",
    "/admin//x",
    "/admin%2fx",
    "/admin%2Fx",
    "/admin%5cx",
    "/admin\\x",
    "/x/../admin",
    "/x/%2e%2e/admin/x",
    "/./admin/x",
    "/ADMIN/x",
    "/admin;x",
    "/admin.x",
    "/admin?x",
    "/admin/%zz",
    "/admin%00/x",
    "/administrator",
    "http://other.example/admin/x",
  ])("%s never reaches the admin handler under another rule", async (path) => {
    const { body, allowOrigin } = await ask(path, PAGE);
    const preflight = await ask(path, PAGE, "OPTIONS");
    const granted = allowOrigin === PAGE || preflight.status === 204;
    expect(body === "admin" && granted).toBe(false);
  });

  it.each([
    ["/admin", ADMIN, "admin"],
    ["/admin/x", ADMIN, "admin"],
    ["/admin/fixed", ADMIN, "admin"],
    ["/admin/user/1", ADMIN, "admin"],
    ["/x", PAGE, "rest"],
    ["/administrator", PAGE, "rest"],
  ])("%s is for %s", async (path, origin, body) => {
    expect(await ask(path, origin)).toEqual({ status: 200, allowOrigin: origin, body });
    expect(await ask(path, origin, "OPTIONS")).toMatchObject({ status: 204, allowOrigin: origin });
  });
});
