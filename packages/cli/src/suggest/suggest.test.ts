import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCors } from "@crossgate/core";
import { describe, expect, it, onTestFinished } from "vitest";
import { lint } from "../lint/lint.ts";
import { suggest } from "./suggest.ts";

const line = (value: unknown): string => JSON.stringify(value);

const verdicts = [
  ...Array.from({ length: 8 }, () =>
    line({ kind: "actual", origin: "https://app.example.com", method: "DELETE", allowed: true }),
  ),
  line({
    kind: "preflight",
    origin: "https://app.example.com",
    request: {
      headers: {
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "content-type,x-trace",
      },
    },
  }),
  line({
    time: 1,
    req: { method: "GET", headers: { origin: "https://me.github.io", cookie: "sid=1" } },
  }),
  line({ kind: "actual", origin: "null" }),
  line({ kind: "actual", origin: "https://github.io" }),
  line({ kind: "actual", origin: "http://plain.example.com" }),
  line({ kind: "actual", origin: "http://localhost:3000" }),
  line({ kind: "actual", origin: "https://evil.com/.example.com" }),
  line({ kind: "none", origin: null }),
  "{ not json",
  "",
].join("\n");

describe("M3: a policy out of a log", () => {
  it("allows whom it served, and says whom it leaves out, with their share", async () => {
    const { policy, allowed, denied, coverage } = await suggest({ log: verdicts });
    expect(policy).toEqual({
      origin: ["https://app.example.com", "https://me.github.io"],
      allowMethods: ["DELETE", "PUT"],
      allowHeaders: ["content-type", "x-trace"],
      credentials: true,
    });
    expect(allowed[0]).toEqual({ origin: "https://app.example.com", requests: 9, share: 9 / 15 });
    expect(coverage).toBe(10 / 15);
    expect(Object.fromEntries(denied.map(({ origin, code }) => [origin, code]))).toEqual({
      null: "null",
      "https://github.io": "shared-hosting",
      "http://plain.example.com": "http-origin",
      "http://localhost:3000": "localhost",
      "https://evil.com/.example.com": "malformed",
    });
  });

  it("is a module that lint finds clean, and a policy that works", async () => {
    const { module, policy } = await suggest({ log: verdicts });
    const folder = mkdtempSync(join(tmpdir(), "crossgate-suggest-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "policy.mjs");
    writeFileSync(path, module ?? "");
    expect(await lint(path)).toMatchObject({ verdict: "clean", warnings: [], errors: [] });
    const cors = createCors(policy as never);
    expect(cors.allows("https://app.example.com")).toBe(true);
    expect(cors.allows("https://github.io")).toBe(false);
  });

  it("takes a page's address only where no line has an origin", async () => {
    const combined = (referer: string, rest = ""): string =>
      `1.2.3.4 - - [26/Nov/2026:10:00:00 +0000] "PUT /v1 HTTP/1.1" 200 5 "${referer}" "Mozilla/5.0"${rest}`;
    const addresses = [combined("https://app.example.com/page?x=1"), combined("-")];
    const report = await suggest({ log: addresses.join("\n") });
    expect(report.policy).toEqual({ origin: ["https://app.example.com"], allowMethods: ["PUT"] });
    expect(report.notes.join(" ")).toMatch(/No line names an Origin/);
    expect(report.notes.join(" ")).toMatch(/does not tell which headers/);
    expect(report).toMatchObject({ lines: 2, requests: 1 });
    const both = [...addresses, combined("-", ' "https://other.example.com"')];
    expect((await suggest({ log: both.join("\n") })).policy?.origin).toEqual([
      "https://other.example.com",
    ]);
  });

  it("leaves out origins that asked too rarely, and has nothing where none is left", async () => {
    const { policy } = await suggest({ log: verdicts, atLeast: 2 });
    expect(policy?.origin).toEqual(["https://app.example.com"]);
    for (const log of ["", "nothing\nat all", line({ origin: "null" })]) {
      const report = await suggest({ log });
      expect(report).toMatchObject({ verdict: "nothing", policy: null, module: null, coverage: 0 });
      expect(report.notes.length, log).toBeLessThanOrEqual(1);
    }
  });

  it("names no origin that the gate has denied, and nothing that it has refused", async () => {
    const asked = { kind: "preflight", origin: "https://app.example.com", headers: "x-one" };
    const log = [
      line({ ...asked, reason: "preflight-allowed", method: "PUT" }),
      line({ ...asked, reason: "method-not-allowed", method: "DELETE", headers: "x-two" }),
      line({ ...asked, origin: "https://evil.example", reason: "origin-denied" }),
    ].join("\n");
    const { policy, denied } = await suggest({ log });
    expect(policy).toEqual({
      origin: ["https://app.example.com"],
      allowMethods: ["PUT"],
      allowHeaders: ["x-one"],
    });
    expect(denied).toMatchObject([{ origin: "https://evil.example", code: "refused" }]);
  });

  it("leaves out what no policy can allow, and says it", async () => {
    const headers = "x-one, cookie, Access-Control-Allow-Origin, a/b";
    const log = ["patch", "TRACE", "put", "M-SEARCH"].map((method) =>
      line({ kind: "preflight", origin: "https://app.example.com", method, headers }),
    );
    const { policy, notes } = await suggest({ log: log.join("\n") });
    expect(policy).toMatchObject({ allowMethods: ["M-SEARCH", "PUT"], allowHeaders: ["x-one"] });
    expect(() => createCors(policy as never)).not.toThrow();
    for (const name of ["patch", "TRACE", "cookie", "access-control-allow-origin", "a/b"]) {
      expect(notes.join("\n")).toContain(`ask for ${name},`);
    }
  });

  it("takes no wildcard of a stranger for a pattern", async () => {
    const log = ["https://*.myapp.com", "http://localhost:*", "*", "https://*"]
      .map((origin) => line({ kind: "actual", origin, method: "GET" }))
      .join("\n");
    const { policy, denied } = await suggest({ log, patterns: true });
    expect(policy).toBeNull();
    expect(denied.map(({ code }) => code)).toEqual(Array(4).fill("malformed"));
  });

  it("closes what a log with cookies does not tell: there is no wildcard for it", async () => {
    const log = line({ http_origin: "https://app.example.com", http_cookie: "sid=1" });
    const { policy, notes } = await suggest({ log });
    expect(policy).toMatchObject({ credentials: true, allowHeaders: [] });
    expect(notes.join(" ")).toMatch(/add them to allowHeaders/);
  });

  it("reads several logs, each by its own head", async () => {
    const report = await suggest({
      log: [
        "#Fields: cs(Origin)\nhttps://a.example.com\n",
        line({ origin: "https://b.example.com" }),
      ],
    });
    expect(report.policy?.origin).toEqual(["https://a.example.com", "https://b.example.com"]);
  });
});

describe("patterns", () => {
  const logOf = (...origins: readonly string[]): string =>
    origins
      .map((origin) => line({ origin, method: "GET", cookie: false, headers: null }))
      .join("\n");
  const offered = async (...origins: readonly string[]): Promise<readonly string[]> =>
    (await suggest({ log: logOf(...origins) })).offers.map(({ pattern }) => pattern);

  it("are offered from three hosts of a domain on a port, and not before", async () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => `https://${name}.example.com`);
    expect(await offered(`${a}`, `${b}`)).toEqual([]);
    expect(await offered(`${a}`, `${b}`, `${c}:8443`)).toEqual([]);
    expect(await offered(`${a}`, `${b}`, "https://example.com")).toEqual([]);
    expect(await offered(`${a}`, `${b}`, `${c}`)).toEqual(["https://*.example.com"]);
    expect(await offered(`${a}:8443`, `${b}:8443`, `${c}:8443`)).toEqual([
      "https://*.example.com:8443",
    ]);
  });

  it("are as narrow as their hosts", async () => {
    const previews = ["a", "b", "c"].map((name) => `https://${name}.preview.example.com`);
    expect(await offered(...previews, "https://www.example.com")).toEqual([
      "https://*.preview.example.com",
    ]);
    const others = ["www", "api", "docs"].map((name) => `https://${name}.example.com`);
    expect(await offered(...previews, ...others)).toEqual(["https://*.example.com"]);
  });

  it.each([
    ["a public suffix", ["https://a.co.uk", "https://b.co.uk", "https://c.co.uk"]],
    ["a host's customers", ["https://a.github.io", "https://b.github.io", "https://c.github.io"]],
    [
      "public suffixes",
      ["https://a.s3.amazonaws.com", "https://b.s3.amazonaws.com", "https://c.s3.amazonaws.com"],
    ],
    ["shared hosting", ["https://a.codepen.io", "https://b.codepen.io", "https://c.codepen.io"]],
    [
      "customers of a service",
      ["https://a.zendesk.com", "https://b.zendesk.com", "https://c.zendesk.com"],
    ],
    ["addresses", ["https://10.0.0.1", "https://10.0.0.2", "https://10.0.0.3"]],
    ["plain http", ["http://a.example.com", "http://b.example.com", "http://c.example.com"]],
  ])("are never over %s", async (_, origins) => {
    expect(await offered(...origins)).toEqual([]);
  });

  it("stand in the policy where they are wanted, in place of what they cover", async () => {
    const hosts = ["a", "b", "c"].map((name) => `https://${name}.example.com`);
    const log = logOf(...hosts, ...hosts, "https://rare.example.com", "https://example.com");
    const asked = { log: `${log}\n${logOf("https://example.com")}`, atLeast: 2 };
    const plain = await suggest(asked);
    expect(plain.policy?.origin).toEqual([...hosts, "https://example.com"]);
    expect(plain).toMatchObject({ coverage: 8 / 9 });
    expect(plain.offers).toEqual([
      { pattern: "https://*.example.com", hosts: 4, requests: 7, share: 7 / 9 },
    ]);
    const { policy, coverage, denied, offers } = await suggest({ ...asked, patterns: true });
    expect(policy?.origin).toEqual(["https://*.example.com", "https://example.com"]);
    expect({ coverage, denied, offers }).toEqual({ coverage: 1, denied: [], offers: [] });
  });
});
