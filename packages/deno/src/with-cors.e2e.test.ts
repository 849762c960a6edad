import { type ChildProcess, spawn } from "node:child_process";
import { get as httpGet } from "node:http";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { corsHeaders, isPolicyHeader } from "@crossgate/testkit/cors-headers";
import { type Handshake, shakeHands } from "@crossgate/testkit/handshake";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const PAGE = "https://myapp.com";
const EVIL = "https://evil.com";

/** What has a response behind every server, with the fields that its Vary has before. */
const PATHS = [
  ["/fresh", "Accept, Origin"],
  ["/info", "Origin"],
  ["/redirect", "Origin"],
  ["/granted", "Accept-Encoding, Origin"],
  ["/upstream", "Accept-Encoding, Origin"],
  ["/compressed", "Accept-Encoding, Origin"],
  ["/gzip", "Accept-Encoding, Origin"],
] as const;
/** What throws, and so has one where there is an `onError`. */
const THROWING = [
  ["/throw", "Error: the handler's own"],
  ["/throw/async", "Error: the handler's own"],
  ["/throw/response", "a response"],
] as const;
const FORMS = ["handler", "optionsAndHandler", "object", "selected", "export"];

const processes: ChildProcess[] = [];
const servers: Record<string, string> = {};

beforeAll(async () => {
  Object.assign(servers, await firstJson(["run", "--allow-all"], "server"));
  const { port } = await firstJson(
    ["serve", "--allow-all", "--host=127.0.0.1", "--port=0"],
    "export",
  );
  servers["export"] = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  for (const started of processes) started.kill();
});

/** Starts a fixture on Deno, and waits for the line of JSON that says where it is. */
async function firstJson(args: readonly string[], fixture: string): Promise<{ port?: number }> {
  const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
  // Not its launcher, which would end without it.
  const started = spawn(
    path("../../../node_modules/deno/deno"),
    [...args, path(`../fixtures/${fixture}.ts`)],
    {
      env: { ...process.env, DENO_SERVE_ADDRESS: "tcp:127.0.0.1:0" },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  processes.push(started);
  for await (const line of createInterface(started.stdout)) {
    if (line.startsWith("{")) return JSON.parse(line);
  }
  throw new Error(`${fixture} ended before it listened`);
}

function ask(
  server: string,
  path: string,
  headers: Readonly<Record<string, string>> = { origin: PAGE },
  method = "GET",
): Promise<Response> {
  return fetch(servers[server] + path, { method, headers, redirect: "manual" });
}

/** All that an application says, and no gate. */
async function withoutCors(response: Response): Promise<object> {
  const headers = [...response.headers].filter(
    ([name]) => !isPolicyHeader(name) && name !== "date",
  );
  return { status: response.status, headers, body: await response.text() };
}

describe.each(FORMS)("%s", (server) => {
  it.each(PATHS)("answers %s as without a gate, and readably (R2, R3, R5)", async (path, vary) => {
    const response = await ask(server, path);
    expect(corsHeaders(response)).toEqual({
      "access-control-allow-credentials": "true",
      "access-control-allow-origin": PAGE,
      vary,
    });
    expect(await withoutCors(response)).toEqual(await withoutCors(await ask("plainHandler", path)));
  });

  it("answers any other OPTIONS as without a gate (C3)", async () => {
    const plain = await withoutCors(await ask("plain", "/fresh", {}, "OPTIONS"));
    const response = await ask(server, "/fresh", { origin: PAGE }, "OPTIONS");
    expect(await withoutCors(response)).toEqual(plain);
  });

  it("answers a preflight before the handler runs (A1, A2)", async () => {
    const preflight = (origin: string): Promise<Response> =>
      ask(server, "/throw", { origin, "access-control-request-method": "PUT" }, "OPTIONS");
    const allowed = await preflight(PAGE);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-methods")).toContain("PUT");
    const denied = await preflight(EVIL);
    expect(denied.status).toBe(403);
    expect(corsHeaders(denied)).toEqual({ vary: "Origin" });
  });

  it("delivers a response that never ends chunk by chunk (R5)", async () => {
    const request = httpGet(`${servers[server]}/endless`, { headers: { origin: PAGE } });
    const [response] = await once(request, "response");
    expect(response.headers["access-control-allow-origin"]).toBe(PAGE);
    const [first] = await once(response, "data");
    expect(String(first)).toBe("chunk 1");
    const [second] = await once(response, "data");
    expect(String(second)).toBe("chunk 2");
    request.destroy();
  });
});

describe("policies", () => {
  it.each(PATHS)("one origin: %s is the same for everyone (R1)", async (path, vary) => {
    const own = vary.replace(/(?:, )?Origin$/u, "");
    for (const headers of [{}, { origin: PAGE }, { origin: EVIL }]) {
      expect(corsHeaders(await ask("single", path, headers))).toEqual({
        "access-control-allow-origin": PAGE,
        ...(own && { vary: own }),
      });
    }
  });

  it("takes a gate", async () => {
    const headers = corsHeaders(await ask("gate", "/info"));
    expect(headers).toEqual({ "access-control-allow-origin": "*" });
  });

  it("gives info to an origin function", async () => {
    const allowed = corsHeaders(await ask("asking", "/info"));
    expect(allowed).toEqual({ "access-control-allow-origin": PAGE, vary: "Origin" });
    const denied = corsHeaders(await ask("asking", "/info", { origin: EVIL }));
    expect(denied).toEqual({ vary: "Origin" });
  });

  it("that can't be had answers 500 without CORS headers, and the next one works", async () => {
    const response = await ask("selected", "/bad");
    expect(response.status).toBe(500);
    expect(corsHeaders(response)).toEqual({});
    expect((await ask("selected", "/good")).status).toBe(200);
  });
});

describe("what Deno does with the object", () => {
  it.each(THROWING)("%s: the response of onError is readable (R8)", async (path, body) => {
    for (const server of ["object", "single", "gate", "asking", "selected", "refusing"]) {
      const response = await ask(server, path);
      expect([server, response.status, await response.text()]).toEqual([server, 500, body]);
      expect(response.headers.get("access-control-allow-origin")).toMatch(/^(?:\*|https:)/u);
      expect(response.headers.get("x-on-error")).toBe("yes");
    }
  });

  it("asks onError once", async () => {
    const counts = async (): Promise<{ onError: number }> =>
      (await (await ask("object", "/counts")).json()) as { onError: number };
    const before = await counts();
    await ask("object", "/throw");
    expect((await counts()).onError).toBe(before.onError + 1);
  });

  it("leaves to onError what goes wrong after the handler", async () => {
    const plain = await withoutCors(await ask("plain", "/used"));
    expect(await withoutCors(await ask("object", "/used"))).toEqual(plain);
  });

  it("lets an error through unchanged without onError", async () => {
    const plain = await withoutCors(await ask("plainHandler", "/throw"));
    expect(await withoutCors(await ask("handler", "/throw"))).toEqual(plain);
  });

  it("calls onListen with the address", () => {
    const { object = "", listened = "" } = servers;
    expect(listened.split(",")).toContain(new URL(object).port);
  });

  it("calls fetch as a method of the object", async () => {
    expect(await (await ask("export", "/this")).text()).toBe("the object's own");
  });
});

describe("WebSockets", () => {
  const ECHO = { status: 101, echo: "echo hello" };

  function shake(server: string, origin?: string): Promise<Handshake> {
    return shakeHands(new URL("/socket", servers[server]), origin === undefined ? {} : { origin });
  }

  it.each([...FORMS, "single", "gate", "asking", "refusing"])(
    "an allowed page's echo behind %s",
    async (server) => expect(await shake(server, PAGE)).toEqual(ECHO),
  );

  it.each(["refusing", "export"])(
    "%s refuses another origin with 403 before the handler runs (R9)",
    async (server) => {
      const handlers = async (): Promise<unknown> => (await ask(server, "/counts", {})).json();
      const before = await handlers();
      expect(await shake(server, EVIL)).toEqual({ status: 403 });
      expect(await handlers()).toEqual(before);
    },
  );

  it.each(["refusing", "export"])(
    "%s lets the page's own origin in, without Sec-Fetch-Site and behind a TLS proxy (R9)",
    async (server) => {
      const own = servers[server] ?? "";
      expect(await shake(server, own)).toEqual(ECHO);
      expect(await shake(server, own.replace("http", "https"))).toEqual(ECHO);
      expect(await shake(server)).toEqual(ECHO);
    },
  );
});
