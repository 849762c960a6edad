import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import { createServer as createSocketServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { audit, type AuditQuestion, type AuditReport, UsageError } from "../src/index.ts";
import { auditListener, trusted } from "./audit-listener.ts";
import { crossgate } from "./command-line.ts";
import { runListener, runServer } from "./running.ts";

const stranger = "https://crossgate-audit.example";

type Answer = (...exchange: Parameters<RequestListener>) => void;

/** Allows one page, and adds what a case is about. */
const careful =
  (beside: Answer = () => undefined): RequestListener =>
  (request, response) => {
    response.setHeader("vary", "Origin");
    if (request.headers.origin === trusted) {
      response.setHeader("access-control-allow-origin", trusted);
    }
    beside(request, response);
    if (!response.writableEnded) response.end("data");
  };

const codesOf = ({ findings }: AuditReport): readonly string[] => findings.map(({ code }) => code);

describe("an audit of someone's copied request", () => {
  it("takes Origin for a page that is meant to be allowed, and sends each attack alone", async () => {
    const origins = new Set<string | undefined>();
    const report = await auditListener(
      careful(({ headers }) => void origins.add(headers.origin)),
      {
        allowed: [],
        headers: [["Origin", trusted]],
      },
    );
    expect(report).toMatchObject({ allowed: [trusted], verdict: "clean" });
    expect(origins).toContain(stranger);
    const isOpen = await auditListener(
      ({ headers }, response) => {
        response.setHeader("access-control-allow-origin", headers.origin ?? "*").end();
      },
      { allowed: [], headers: [["origin", trusted]] },
    );
    expect(codesOf(isOpen)).toContain("reflection");
  });

  it("leaves out what each connection and each probe sets by itself", async () => {
    const seen: unknown[] = [];
    await auditListener(
      careful(
        ({ headers }) => void seen.push(headers["sec-fetch-site"], headers["content-length"]),
      ),
      {
        headers: [
          ["Sec-Fetch-Site", "same-origin"],
          ["Content-Length", "7"],
          ["Connection", "close"],
        ],
      },
    );
    expect(new Set(seen)).toEqual(new Set([undefined]));
  });

  it("sends name and password of the URL, and several cookies in one line", async () => {
    const seen = new Set<string>();
    const { port, stop } = await runListener(
      careful(({ method, headers }) => {
        if (method === "GET") seen.add(`${headers.authorization} ${headers.cookie}`);
      }),
    );
    onTestFinished(stop);
    const report = await audit({
      url: `http://me:p%40ss@127.0.0.1:${port}/data?token=topsecret`,
      allowed: [trusted],
      rate: 1000,
      headers: [
        ["Cookie", "a=1"],
        ["cookie", "b=2"],
      ],
    });
    expect(report.verdict).toBe("clean");
    expect([...seen]).toEqual([`Basic ${btoa("me:p@ss")} a=1; b=2`]);
    expect(JSON.stringify(report)).not.toMatch(/p%40ss|topsecret/);
  });

  it.each<[string, Partial<AuditQuestion>, RegExp]>([
    ["a pattern", { allowed: ["https://*.example.com"] }, /not the origin of one page/],
    ["a list", { allowed: ["https://a.example,https://b.example"] }, /not the origin of one page/],
    ["null", { allowed: ["null"] }, /not the origin of one page/],
    ["a socket's address", { allowed: ["wss://a.example"] }, /did you mean https:\/\/a\.example/],
    ["another host", { headers: [["Host", "api.example.com"]] }, /--resolve/],
    ["a name with a space", { headers: [["x y", "1"]] }, /"x y" cannot be sent/],
    ["a value beyond Latin-1", { headers: [["x-name", "日本"]] }, /"x-name" cannot be sent/],
  ])("refuses %s before anything is sent", async (_, question, message) => {
    const asked = audit({ url: "http://127.0.0.1:9/", ...question });
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(message);
  });

  it.each([
    ["--har", "absent.har"],
    ["--har", "."],
  ])("says that a file cannot be read: %s %s", async (...args) => {
    const { code, stdout, stderr } = await crossgate(["audit", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^crossgate: .* cannot be read/);
    expect(stderr).not.toContain("    at ");
  });
});

describe("an audit of a server with its own certificate", () => {
  const fixture = (name: string): Buffer =>
    readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

  it("names -k, and audits with it", async () => {
    const tls = { key: fixture("localhost.key"), cert: fixture("localhost.crt") };
    const { port, stop } = await runServer(createServer(tls, careful()));
    onTestFinished(stop);
    const url = `https://localhost:${port}/`;
    const args = ["audit", url, "-a", trusted, "--rate", "1000"];
    const without = await crossgate(args);
    expect(without.code).toBe(2);
    expect(without.stdout).toContain("-k accepts any certificate");
    const { code, stdout } = await crossgate([...args, "-k"]);
    expect([code, stdout.includes("CLEAN")]).toEqual([0, true]);
  });
});

it("tells a malformed response from a server that cannot be reached", async () => {
  const sockets = createSocketServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () =>
      socket.end("HTTP/1.1 200 OK\r\nx-a: a\0b\r\ncontent-length: 0\r\n\r\n"),
    );
  });
  const { port, stop } = await runServer(sockets);
  onTestFinished(stop);
  const report = await audit({ url: `http://127.0.0.1:${port}/`, rate: 1000 });
  expect(report).toMatchObject({ verdict: "unreachable", unreachable: { fault: "protocol" } });
});

describe("no false alarm", () => {
  it.each<[string, RequestListener, readonly string[]]>([
    [
      "a filter in front that answers odd origins with 400",
      careful(({ headers: { origin = "" } }, response) => {
        if (/[^\w.:/-]/.test(origin)) response.removeHeader("vary");
        if (/[^\w.:/-]/.test(origin)) response.writeHead(400).end();
      }),
      [],
    ],
    [
      "the same in front of an endpoint for everyone",
      ({ headers: { origin = "" } }, response) => {
        if (/[^\w.:/-]/.test(origin)) response.writeHead(400).end();
        else response.setHeader("access-control-allow-origin", "*").end();
      },
      [],
    ],
    [
      "responses that no cache keeps",
      careful((_, response) => {
        response.removeHeader("vary");
        response.setHeader("cache-control", "private, no-store, max-age=0");
      }),
      [],
    ],
    [
      "one origin of an app's own scheme for everyone",
      (_, response) => {
        response.setHeader("access-control-allow-origin", "capacitor://localhost").end();
      },
      ["allowed-refused"],
    ],
  ])("%s", async (_, listener, codes) => {
    expect(codesOf(await auditListener(listener))).toEqual(codes);
  });
});

describe("no hole missed", () => {
  it("behind a filter that drops the connection of what is odd", async () => {
    const report = await auditListener(({ headers: { origin = "" }, socket }, response) => {
      if (/[^\w.:/-]/.test(origin)) socket.destroy();
      response.setHeader("vary", "Origin");
      if (origin === trusted || origin.endsWith(".vercel.app")) {
        response.setHeader("access-control-allow-origin", origin);
      }
      response.end();
    });
    expect(codesOf(report)).toEqual(["shared-hosting"]);
    expect(report.skipped).toBe(0);
    expect(report.untested).toEqual([
      {
        what: expect.stringMatching(/special-characters \(\d+\)/),
        why: expect.stringContaining("no response, twice"),
      },
    ]);
  });

  it.each([
    "https://*.example.com",
    "*.example.com",
    "https://a.example https://b.example",
    "https://app.example.com/",
    "app.example.com",
    "",
  ])("%j is no origin", async (allowed) => {
    const report = await auditListener((_, response) => {
      response.setHeader("access-control-allow-origin", allowed).end();
    });
    expect(codesOf(report)).toContain("malformed-allow-origin");
  });

  it("masks what a redirect to a login carries", async () => {
    const { untested } = await auditListener((_, response) => {
      response.writeHead(302, { location: "https://id.example/?code=topsecret" }).end();
    });
    expect(untested[0]?.why).toContain("https://id.example/?code=•••");
  });
});
