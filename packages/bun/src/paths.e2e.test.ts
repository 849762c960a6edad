import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ADMIN, PAGE, SPELLINGS } from "@crossgate/testkit/admin-paths";
import { ask } from "@crossgate/testkit/ask";
import { isAdminOpen } from "@crossgate/testkit/is-admin-open";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let bun: ChildProcess;
let port: number;

beforeAll(async () => {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  bun = spawn(path("../../../node_modules/.bin/bun"), [path("../fixtures/paths.ts")], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = await once(bun.stdout!.setEncoding("utf8"), "data");
  port = Number(new URL(String(line)).port);
});
afterAll(() => {
  bun.kill();
});

async function answer(path: string, origin: string, method = "GET"): Promise<object> {
  const asksFor = method === "OPTIONS" ? { "access-control-request-method": "PUT" } : {};
  const headers = { origin, ...asksFor };
  const { status, body, headers: lines } = await ask(port, { method, path, headers });
  return { status, allowOrigin: lines.get("access-control-allow-origin"), body };
}

describe("policies by path in front of Bun's router", () => {
  it.each([...SPELLINGS, "/admin/fixed", "/admin/user/1", "http://other.example/admin/x"])(
    "%s never reaches the admin handler under another rule",
    async (path) => expect(await isAdminOpen(port, path, "127.0.0.1")).toBe(false),
  );

  it.each([
    // Bun routes by what is on the wire, and `request.url` shows another path.
    ["/%61dmin/account", ADMIN, { status: 200, allowOrigin: undefined, body: "tenant" }],
    ["/x/../admin/x", ADMIN, { status: 200, allowOrigin: undefined, body: "rest" }],
    ["/admin#x", ADMIN, { status: 200, allowOrigin: undefined, body: "rest" }],
    ["/admin\\x", ADMIN, { status: 200, allowOrigin: undefined, body: "rest" }],
    ["/admin/../x", PAGE, { status: 200, allowOrigin: [ADMIN], body: "admin" }],
    ["/admin/%2e%2e/x", PAGE, { status: 200, allowOrigin: [ADMIN], body: "admin" }],
  ])(
    "%s from %s is answered by the rule of its route, or by none",
    async (path, origin, expected) => {
      expect(await answer(path, origin)).toEqual(expected);
    },
  );

  it.each([
    ["/admin", ADMIN, "admin"],
    ["/admin/x", ADMIN, "admin"],
    ["/admin/fixed", ADMIN, "admin"],
    ["/admin/user/1", ADMIN, "admin"],
    ["/x", PAGE, "rest"],
    ["/administrator", PAGE, "rest"],
  ])("%s is for %s", async (path, origin, body) => {
    const allowOrigin = [origin];
    expect(await answer(path, origin)).toEqual({ status: 200, allowOrigin, body });
    expect(await answer(path, origin, "OPTIONS")).toMatchObject({ status: 204, allowOrigin });
  });

  it.each(["a?", "a/admin/x?", "a/x#", "", "a@b", "a\\\\admin"])(
    "a Host header that makes no URL (%s) changes neither answers nor rules",
    async (host) => {
      for (const [path, origin, allowOrigin] of [
        ["/admin/x", ADMIN, [ADMIN]],
        ["/admin/x", PAGE, [ADMIN]],
        ["/x", PAGE, [PAGE]],
        ["/x", ADMIN, [PAGE]],
      ] as const) {
        const answer = await ask(port, { method: "GET", path, headers: { host, origin } });
        expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([
          200,
          allowOrigin,
        ]);
      }
    },
  );
});
