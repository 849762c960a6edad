import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Gateways, startGateways } from "./gateways.ts";
import { startUpstream, type Upstream } from "./upstream.ts";

const PAGE = "https://myapp.com";
const OTHER = "https://other.com";
/** As an API has it whose author tried everything. */
const WRONG =
  "h=access-control-allow-origin:*&h=access-control-allow-origin:https://evil.com" +
  "&h=access-control-allow-credentials:true&h=access-control-allow-methods:*" +
  "&h=access-control-max-age:9&h=access-control-expose-headers:*" +
  "&h=access-control-allow-private-network:true&h=access-control-made-up:1";

let upstream: Upstream;
let gateways: Gateways;

beforeAll(async () => {
  upstream = await startUpstream();
  const api = `http://localhost:${upstream.port}`;
  const plain = { UPSTREAM: api, ALLOWED_ORIGINS: PAGE };
  const credentials = { ...plain, ALLOW_CREDENTIALS: true };
  gateways = await startGateways({
    plain,
    lenient: { ...plain, REFUSE_DENIED: false },
    anybody: { ...plain, ALLOWED_ORIGINS: "*" },
    credentials: { ...credentials, EXPOSE_HEADERS: "x-request-id" },
    stripped: { ...credentials, PASS_COOKIES: false, PASS_AUTHORIZATION: false },
    telling: { ...plain, PASS_ORIGIN: true },
    prefixed: { ...plain, UPSTREAM: `${api}/v1/` },
  });
});
afterAll(async () => {
  await gateways?.stop();
  await upstream?.stop();
});

async function get(gateway: string, path: string, headers: Record<string, string> = {}) {
  const url = new URL(path, await gateways.at(gateway));
  return fetch(url, { headers: { origin: PAGE, ...headers }, redirect: "manual" });
}

function corsOf({ headers }: Response): object {
  const all = Object.fromEntries(headers);
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => /^access-control-|^vary$/u.test(name)),
  );
}

describe("the upstream's own CORS headers are the gate's alone (R3)", () => {
  it.each<[string, string, object]>([
    ["plain", PAGE, { "access-control-allow-origin": PAGE, vary: "Origin" }],
    ["plain", OTHER, { vary: "Origin" }],
    ["lenient", OTHER, { "access-control-allow-origin": PAGE }],
    ["anybody", OTHER, { "access-control-allow-origin": "*" }],
    [
      "credentials",
      PAGE,
      {
        "access-control-allow-origin": PAGE,
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": "x-request-id",
        vary: "Origin",
      },
    ],
  ])("%s, for %s", async (gateway, origin, expected) => {
    expect(corsOf(await get(gateway, `/say?${WRONG}`, { origin }))).toEqual(expected);
  });
});

describe("what the upstream is told", () => {
  it.each([
    ["plain", undefined],
    ["telling", PAGE],
  ])("%s: the origin is %s, and so is what else names the page", async (gateway, page) => {
    await get(gateway, "/say", { referer: PAGE });
    const { origin, referer } = upstream.seen.at(-1)?.headers ?? {};
    expect([origin, referer && new URL(referer).origin]).toEqual([page, page]);
  });

  it.each([
    ["plain", undefined, "Bearer x", []],
    ["stripped", undefined, undefined, []],
    ["credentials", "a=1; b=2", "Bearer x", ["c=3", "d=4; Path=/"]],
  ])(
    "%s: cookies %s, authorization %s, and cookies back",
    async (gateway, cookie, authorization, set) => {
      const path = "/say?h=set-cookie:c=3&h=set-cookie:d=4;%20Path=/";
      const response = await get(gateway, path, { cookie: "a=1; b=2", authorization: "Bearer x" });
      const { headers } = upstream.seen.at(-1) ?? {};
      expect({ cookie: headers?.cookie, authorization: headers?.authorization }).toEqual({
        cookie,
        authorization,
      });
      expect(response.headers.getSetCookie()).toEqual(set);
    },
  );
});

describe("what the visitor is told", () => {
  it("is nothing of the upstream's connection", async () => {
    const response = await get("plain", "/say?h=alt-svc:h3&h=keep-alive:timeout=9&h=x-own:kept");
    expect(response.headers.get("alt-svc")).toBeNull();
    expect(response.headers.get("keep-alive")).not.toBe("timeout=9");
    expect(response.headers.get("x-own")).toBe("kept");
  });

  it("is nothing that the upstream's Connection lists, whatever that is", async () => {
    const response = await get(
      "plain",
      "/say?h=connection:close,a%20b,,x-own&h=x-own:1&h=x-kept:1",
    );
    expect([response.status, response.headers.get("x-own")]).toEqual([200, null]);
    expect(response.headers.get("x-kept")).toBe("1");
  });

  it("a redirect to the upstream is one to the gateway", async () => {
    const response = await get("prefixed", "/say?status=307&h=location:/v1/users/");
    const expected = new URL("/users/", await gateways.at("prefixed"));
    expect([response.status, response.headers.get("location")]).toEqual([307, expected.href]);
  });

  it("a redirect elsewhere stays", async () => {
    const response = await get("plain", "/say?status=302&h=location:https://login.example/");
    expect(response.headers.get("location")).toBe("https://login.example/");
  });
});
