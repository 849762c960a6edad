import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { auditListener, trusted } from "./audit-listener.ts";
import { crossgate } from "./command-line.ts";
import { runListener } from "./running.ts";

/** A policy without a hole, and what stands in front of it. */
function strict(inFront: (count: number, ...exchange: Parameters<RequestListener>) => boolean) {
  let count = 0;
  const listener: RequestListener = (request, response) => {
    count += 1;
    if (inFront(count, request, response)) return;
    response.setHeader("vary", "Origin");
    if (request.headers.origin === trusted) {
      response.setHeader("access-control-allow-origin", trusted);
    }
    response.statusCode = request.url === "/data" ? 200 : 404;
    response.end("data");
  };
  return listener;
}

const answering = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  strict((_, __, response) => {
    response.writeHead(status, headers).end();
    return true;
  });

describe("an audit that could not test everything", () => {
  it("is clean where every probe was answered", async () => {
    const report = await auditListener(strict(() => false));
    expect(report).toMatchObject({ verdict: "clean", untested: [], skipped: 0 });
    expect(report.tested).toEqual(expect.arrayContaining(["reflection", "null", "suffix"]));
  });

  it.each([
    ["a login on the endpoint", answering(401), /nothing but 401.*Sign in: -H/],
    [
      "a redirect to a login",
      answering(302, { location: "https://id.example/" }),
      /nothing but 302; it leads to https:\/\/id\.example\//,
    ],
    ["no such address", answering(404), /nothing but 404.*that exists/],
    ["a handler that fails", answering(500), /nothing but 500/],
    ["a gateway without a server behind it", answering(502), /nothing but 502/],
    ["a refusal of everybody", answering(403), /nothing but 403/],
    ["another method than GET", answering(405), /nothing but 405.*that answers GET/],
  ])("is incomplete: %s", async (_, listener, why) => {
    const report = await auditListener(listener);
    expect(report.verdict).toBe("incomplete");
    expect(report.untested[0]).toEqual({ what: "everything", why: expect.stringMatching(why) });
  });

  it("asks a second time, and is clean where the response then comes", async () => {
    const report = await auditListener(
      strict((count, request) => {
        if (count % 2 === 1) request.socket.destroy();
        return count % 2 === 1;
      }),
    );
    expect(report).toMatchObject({ verdict: "clean", untested: [] });
  });

  it("is incomplete where one probe stays without a response, and names it", async () => {
    const report = await auditListener(
      strict((_, { headers, socket }) => {
        if (headers.origin === "null") socket.destroy();
        return headers.origin === "null";
      }),
    );
    expect(report).toMatchObject({ verdict: "incomplete", findings: [] });
    expect(report.untested).toEqual([
      { what: "null (null)", why: expect.stringContaining("no response, twice") },
    ]);
    expect(report.tested).not.toContain("null");
  });

  it("is incomplete where the server stops answering", async () => {
    const report = await auditListener(
      strict((count, { socket }) => {
        if (count > 10) socket.destroy();
        return count > 10;
      }),
    );
    expect(report.verdict).toBe("incomplete");
    expect(report.skipped).toBeGreaterThan(0);
    expect(report.untested.at(-1)?.why).toContain("stopped answering");
  });

  it("is incomplete where the server limits how often it is asked", async () => {
    const report = await auditListener(
      strict((count, _, response) => {
        if (count > 10) response.writeHead(429).end();
        return count > 10;
      }),
    );
    expect(report.verdict).toBe("incomplete");
    expect(report.untested[0]?.why).toContain("429");
    // The eleventh probe is the first of its class.
    expect(report.tested).not.toContain("prefix");
  });

  it("is incomplete where a bound cut it short, and says which attacks it left out", async () => {
    const report = await auditListener(
      strict(() => false),
      { maxRequests: 10 },
    );
    expect(report).toMatchObject({ verdict: "incomplete", requests: 10 });
    expect(report.untested).toEqual([
      { what: expect.stringContaining("suffix"), why: expect.stringContaining("--max-requests") },
    ]);
  });

  it("is unreachable where nothing ever came back", async () => {
    const report = await auditListener(strict((_, { socket }) => Boolean(socket.destroy())));
    expect(report).toMatchObject({ verdict: "unreachable", tested: [] });
  });

  it("keeps a hole that it saw, whatever else is missing", async () => {
    const report = await auditListener(
      (request, response) => {
        const { origin } = request.headers;
        if (origin !== undefined) response.setHeader("access-control-allow-origin", origin);
        response.end();
      },
      { maxRequests: 10 },
    );
    expect(report.verdict).toBe("findings");
    expect(report.untested).not.toEqual([]);
  });

  it("ends with 2 and says on the terminal what was not tested", async () => {
    const { port, stop } = await runListener(answering(401));
    onTestFinished(stop);
    const url = `http://127.0.0.1:${port}/data`;
    const { code, stdout } = await crossgate(["audit", url, "-a", trusted, "--rate", "1000"]);
    expect(code).toBe(2);
    expect(stdout).toContain("INCOMPLETE");
    expect(stdout).toContain("Not tested: everything: the endpoint answered nothing but 401");
  });

  it("sees an endpoint behind a login with the cookies of a recording, and prints none of them", async () => {
    const { port, stop } = await runListener(
      strict((_, { headers, method }, response) => {
        const isIn = headers.cookie === "sid=topsecret" || method === "OPTIONS";
        if (!isIn) response.writeHead(401).end();
        return !isIn;
      }),
    );
    onTestFinished(stop);
    const url = `http://127.0.0.1:${port}/data`;
    const request = { method: "GET", url, headers: [{ name: "Cookie", value: "sid=topsecret" }] };
    const folder = mkdtempSync(join(tmpdir(), "crossgate-audit-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "in.har");
    writeFileSync(
      file,
      JSON.stringify({ log: { entries: [{ request, response: { status: 200, headers: [] } }] } }),
    );
    const args = ["audit", "--har", file, "-a", trusted, "--rate", "1000", "--json"];
    const { code, stdout } = await crossgate(args);
    expect(JSON.parse(stdout)).toMatchObject({ url, verdict: "clean" });
    expect(code).toBe(0);
    expect(stdout).not.toContain("topsecret");
  });
});
