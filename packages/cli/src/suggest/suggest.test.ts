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
  it("allows whom it served, and says whom it leaves out, with their share", () => {
    const { policy, allowed, denied } = suggest({ log: verdicts });
    expect(policy).toEqual({
      origin: ["https://app.example.com", "https://me.github.io"],
      allowMethods: ["DELETE", "PUT"],
      allowHeaders: ["content-type", "x-trace"],
      credentials: true,
    });
    expect(allowed[0]).toEqual({ origin: "https://app.example.com", requests: 9, share: 9 / 15 });
    expect(Object.fromEntries(denied.map(({ origin, code }) => [origin, code]))).toEqual({
      null: "null",
      "https://github.io": "shared-hosting",
      "http://plain.example.com": "http-origin",
      "http://localhost:3000": "localhost",
      "https://evil.com/.example.com": "malformed",
    });
  });

  it("is a module that lint finds clean, and a policy that works", async () => {
    const { module, policy } = suggest({ log: verdicts });
    const folder = mkdtempSync(join(tmpdir(), "crossgate-suggest-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "policy.mjs");
    writeFileSync(path, module ?? "");
    expect(await lint(path)).toMatchObject({ verdict: "clean", warnings: [], errors: [] });
    const cors = createCors(policy as never);
    expect(cors.allows("https://app.example.com")).toBe(true);
    expect(cors.allows("https://github.io")).toBe(false);
  });

  it("reads access logs, with the origin added or by the referer", () => {
    const log = [
      `1.2.3.4 - - [26/Nov/2026:10:00:00 +0000] "PUT /v1 HTTP/1.1" 200 5 "https://app.example.com/page" "Mozilla/5.0" "https://app.example.com"`,
      `1.2.3.4 - - [26/Nov/2026:10:00:01 +0000] "GET /v1 HTTP/2.0" 200 5 "https://other.example.com/page?x=1" "Mozilla/5.0"`,
      `1.2.3.4 - - [26/Nov/2026:10:00:02 +0000] "GET /v1 HTTP/2.0" 200 5 "-" "curl/8"`,
    ].join("\n");
    const report = suggest({ log });
    expect(report.policy).toEqual({
      origin: ["https://app.example.com", "https://other.example.com"],
      allowMethods: ["PUT"],
    });
    expect(report.notes.join(" ")).toMatch(/does not tell which headers/);
    expect(report).toMatchObject({ lines: 3, requests: 2 });
  });

  it("leaves out who asked too rarely, and has nothing where no one is left", () => {
    expect(suggest({ log: verdicts, atLeast: 2 }).policy?.origin).toEqual([
      "https://app.example.com",
    ]);
    expect(suggest({ log: "" })).toMatchObject({ verdict: "nothing", policy: null, module: null });
  });
});
