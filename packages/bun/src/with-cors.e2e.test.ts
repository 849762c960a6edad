import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { get as httpGet } from "node:http";
import { fileURLToPath } from "node:url";
import { corsHeaders, isPolicyHeader } from "@crossgate/testkit/cors-headers";
import { type Handshake, shakeHands } from "@crossgate/testkit/handshake";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PAGE = "https://myapp.com";
const EVIL = "https://evil.com";

/** Every path of the application with what is special about it, and what `fetch` takes. */
const PATHS = [
  "/function/7",
  "/wild/a/b",
  "/wild/methods",
  "/methods",
  "/methods/options",
  "/methods/file",
  "/static",
  "/static/granted",
  "/file",
  "/file/response",
  "/file/missing",
  "/off",
  "/cookies",
  "/server",
  "/throw",
  "/throw/async",
  "/throw/response",
  "/nowhere",
];

let bun: ChildProcess;
let servers: Readonly<Record<string, string>>;

beforeAll(async () => {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  bun = spawn(path("../../../node_modules/.bin/bun"), [path("../fixtures/server.ts")], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = await once(bun.stdout!.setEncoding("utf8"), "data");
  servers = JSON.parse(line as string);
});
afterAll(() => {
  bun.kill();
});

function ask(
  server: string,
  path: string,
  headers: Readonly<Record<string, string>> = { origin: PAGE },
  method = "GET",
): Promise<Response> {
  return fetch(servers[server] + path, { method, headers, redirect: "manual" });
}

function preflight(server: string, path: string, origin = PAGE): Promise<Response> {
  return ask(server, path, { origin, "access-control-request-method": "PUT" }, "OPTIONS");
}

/**
 * The headers that an application writes and no gate does, without those that a fixed route may
 * lose.
 */
async function withoutCors(response: Response, method = "GET"): Promise<object> {
  const lost = ["date", "etag", "last-modified"];
  // Bun itself leaves out the type of a text that a function answers to HEAD.
  if (method === "HEAD") lost.push("content-type");
  const headers = [...response.headers].filter(
    ([name]) => !isPolicyHeader(name) && !lost.includes(name),
  );
  return { status: response.status, headers, body: await response.text() };
}

describe("every route answers what it answers without a gate", () => {
  const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"];
  it.each(PATHS.flatMap((path) => METHODS.map((method) => [method, path] as const)))(
    "%s %s",
    async (method, path) => {
      const plain = await withoutCors(await ask("plain", path, {}, method), method);
      for (const server of ["listed", "single", "gate", "selected", "asking"]) {
        const response = await ask(server, path, { origin: PAGE }, method);
        expect([server, await withoutCors(response, method)]).toEqual([server, plain]);
      }
    },
  );
});

describe("an allowed origin reads every route (R1, R2, R3)", () => {
  it.each(PATHS)("%s", async (path) => {
    const accept = path === "/static/granted" ? "Accept" : undefined;
    const vary = accept ? `${accept}, Origin` : "Origin";
    const expose = { "access-control-expose-headers": "x-route" };
    expect(corsHeaders(await ask("listed", path))).toEqual({
      "access-control-allow-credentials": "true",
      "access-control-allow-origin": PAGE,
      ...expose,
      vary,
    });
    expect(corsHeaders(await ask("single", path, {}))).toEqual({
      "access-control-allow-origin": PAGE,
      ...expose,
      ...(accept && { vary: accept }),
    });
    expect(corsHeaders(await ask("gate", path))).toMatchObject({
      "access-control-allow-origin": "*",
    });
    expect(corsHeaders(await ask("asking", path))).toEqual({
      "access-control-allow-origin": PAGE,
      vary,
    });
  });

  it.each(PATHS)("and no other origin reads %s", async (path) => {
    for (const server of ["listed", "asking", "selected"]) {
      const { vary, ...rest } = corsHeaders(await ask(server, path, { origin: EVIL }));
      expect([server, rest]).toEqual([server, {}]);
      expect(`${server}: ${vary}`).toMatch(/\bOrigin$/u);
    }
  });
});

describe("a preflight is answered on every route (A1, A2)", () => {
  it.each(PATHS)("%s", async (path) => {
    for (const server of ["listed", "single", "gate", "selected", "asking"]) {
      const response = await preflight(server, path);
      expect([server, response.status, await response.text()]).toEqual([server, 204, ""]);
      expect(response.headers.get("access-control-allow-methods")).toMatch(/PUT|\*/u);
    }
    const refused = await preflight("listed", path, EVIL);
    expect(refused.status).toBe(403);
    expect(corsHeaders(refused)).toEqual({ vary: "Origin" });
  });

  it("even if an HTML import is in the way of fetch", async () => {
    expect((await preflight("pages", "/api")).status).toBe(204);
    expect((await preflight("pages", "/static")).status).toBe(204);
    const other = await ask("pages", "/api", { origin: PAGE }, "OPTIONS");
    expect([other.status, await other.text()]).toEqual([404, ""]);
  });
});

describe("what is fixed", () => {
  it("keeps ETag and 304 under a static policy", async () => {
    const etag = (await ask("single", "/static")).headers.get("etag");
    expect(etag).toBe((await ask("plain", "/static")).headers.get("etag"));
    const again = await ask("single", "/static", { "if-none-match": etag ?? "" });
    expect(again.status).toBe(304);
    expect(again.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it.each(["/file", "/file/response", "/methods/file"])(
    "keeps Last-Modified, 304 and ranges of %s under a static policy",
    async (path) => {
      const modified = (await ask("single", path)).headers.get("last-modified") ?? "";
      expect(modified).toBe((await ask("plain", path)).headers.get("last-modified"));
      for (const [header, value, status] of [
        ["if-modified-since", modified, 304],
        ["range", "bytes=0-3", 206],
      ] as const) {
        const response = await ask("single", path, { [header]: value });
        expect(response.status).toBe(status);
        expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
      }
    },
  );

  it("loses them under another policy, as documented", async () => {
    expect((await ask("listed", "/static")).headers.get("etag")).toBeNull();
    expect((await ask("listed", "/file")).headers.get("last-modified")).toBeNull();
  });

  it.each(["/page", "/methods/page"])("an HTML import passes: %s", async (path) => {
    const page = await ask("listed", path);
    expect(await page.text()).toContain("An HTML import");
    expect(corsHeaders(page)).toEqual({});
  });
});

describe("errors", () => {
  it.each([
    ["/throw", "Error: the route's own"],
    ["/throw/async", "Error: the route's own"],
    ["/throw/response", "a response"],
  ])("%s: the response of error is readable", async (path, body) => {
    const response = await ask("listed", path);
    expect([response.status, await response.text()]).toEqual([500, body]);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
  });

  it.each(["/throw/unanswered", "/used"])("%s is left to Bun", async (path) => {
    const plain = await ask("plain", path);
    const response = await ask("listed", path);
    expect([response.status, await response.text()]).toEqual([500, await plain.text()]);
  });

  it("asks error once about an error for which it has no response", async () => {
    await ask("refusing", "/throw/unanswered", {});
    expect(await (await ask("refusing", "/unanswered", {})).text()).toBe("1");
  });

  it("a policy that can't be had answers 500 without CORS headers, and the next one works", async () => {
    const response = await ask("selected", "/function/bad");
    expect(response.status).toBe(500);
    expect(corsHeaders(response)).toEqual({});
    expect((await ask("selected", "/function/good")).status).toBe(200);
  });
});

describe("Bun without fetch", () => {
  it.each([
    ["GET", "/nowhere"],
    ["DELETE", "/methods"],
    ["OPTIONS", "/methods"],
  ])("its 404 of %s %s is readable", async (method, path) => {
    const plain = await ask("plainWithoutFetch", path, {}, method);
    const response = await ask("withoutFetch", path, { origin: PAGE }, method);
    expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
    expect(response.status).toBe(404);
    expect(await withoutCors(response)).toEqual(await withoutCors(plain));
  });
});

describe("an instance of a class", () => {
  it.each(["/function/7", "/static", "/nowhere", "/throw"])(
    "is served as Bun serves it without a gate: %s",
    async (path) => {
      const response = await ask("instance", path);
      expect(response.headers.get("access-control-allow-origin")).toBe(PAGE);
      const plain = await withoutCors(await ask("plainInstance", path));
      expect(await withoutCors(response)).toEqual(plain);
    },
  );

  it.each(["plainInstance", "instance"])("keeps its limits and its sockets: %s", async (server) => {
    const tooLong = { method: "POST", body: "12345678" };
    expect((await fetch(`${servers[server]}/function/7`, tooLong)).status).toBe(413);
    const { status } = await shakeHands(new URL("/socket", servers[server]), { origin: PAGE });
    expect(status).toBe(101);
  });
});

it("server.reload takes another policy", async () => {
  expect(await (await ask("reloading", "/")).text()).toBe("before");
  expect((await ask("reloading", "/")).headers.get("vary")).toBe("Origin");
  expect(await (await ask("reloading", "/", {}, "PURGE")).text()).toBe("before");
  const response = await ask("reloading", "/");
  expect(await response.text()).toBe("after");
  expect(response.headers.get("vary")).toBeNull();
});

it("a response that never ends is delivered chunk by chunk (R5)", async () => {
  const request = httpGet(`${servers["listed"]}/endless`, { headers: { origin: PAGE } });
  const [response] = await once(request, "response");
  expect(response.headers["access-control-allow-origin"]).toBe(PAGE);
  const [first] = await once(response, "data");
  expect(String(first)).toBe("chunk 1");
  const [second] = await once(response, "data");
  expect(String(second)).toBe("chunk 2");
  request.destroy();
});

describe("WebSockets", () => {
  const ECHO = { status: 101, echo: "echo hello" };

  function shake(server: string, path: string, origin?: string): Promise<Handshake> {
    return shakeHands(new URL(path, servers[server]), origin === undefined ? {} : { origin });
  }

  it.each(["plain", "listed", "single", "gate", "selected", "asking", "refusing"])(
    "an allowed page's echo behind %s",
    async (server) => {
      expect(await shake(server, "/socket", PAGE)).toEqual(ECHO);
      expect(await shake(server, "/fetch/socket", PAGE)).toEqual(ECHO);
    },
  );

  it("refuseDenied refuses another origin with 403 before the handler runs (R9)", async () => {
    const handlers = async (): Promise<number> =>
      Number(await (await ask("refusing", "/socket/handlers", {})).text());
    const before = await handlers();
    for (const path of ["/socket", "/fetch/socket"]) {
      expect(await shake("refusing", path, EVIL)).toEqual({ status: 403 });
    }
    expect(await handlers()).toBe(before);
  });

  it("refuseDenied lets the page's own origin in, without Sec-Fetch-Site and behind a TLS proxy (R9)", async () => {
    const own = servers["refusing"] ?? "";
    expect(await shake("refusing", "/socket", own)).toEqual(ECHO);
    expect(await shake("refusing", "/socket", own.replace("http", "https"))).toEqual(ECHO);
    expect(await shake("refusing", "/socket")).toEqual(ECHO);
  });
});
