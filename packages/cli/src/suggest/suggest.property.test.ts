import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCors, type CorsOptions } from "@crossgate/core";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { lintHere } from "../lint/lint-here.ts";
import { RecordReader } from "./log/read-record.ts";
import { RecordCutter } from "./log/records.ts";
import { suggest } from "./suggest.ts";
import { Tally } from "./tally.ts";

const label = fc.constantFrom("a", "b", "c", "www", "preview");
const domain = fc.constantFrom(
  "example.com",
  "preview.example.com",
  "co.uk",
  "example.co.uk",
  "github.io",
  "amazonaws.com",
  "codepen.io",
  "localhost",
  "10.0.0.1",
);
const origin = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("https", "http", "capacitor"),
      label,
      domain,
      fc.constantFrom("", ":8443"),
    )
    .map(([scheme, name, below, port]) => `${scheme}://${name}.${below}${port}`),
  domain.map((host) => `https://${host}`),
  fc.constantFrom(
    "null",
    "file://",
    "https://*.example.com",
    "https://A.example.com",
    "app://.",
    "tauri://localhost",
    "chrome-extension://abcdef",
    "moz-extension://0b1c2d3e-0000-4000-8000-000000000000",
    "https://xn--bcher-kva.example",
    "https://[2001:db8::1]:8443",
    "https://example.com.",
    "https://a_b.example.com",
    "https://*.com",
  ),
  fc.string({ maxLength: 12 }),
);
const request = fc.record(
  {
    kind: fc.constantFrom("actual", "preflight"),
    origin,
    method: fc.constantFrom("GET", "PUT", "patch", "TRACE", "x y", ""),
    headers: fc.constantFrom(null, "x-one", "cookie, x-two", "a/b", "access-control-allow-origin"),
    cookie: fc.boolean(),
    reason: fc.constantFrom("origin-allowed", "origin-denied", "header-not-allowed"),
  },
  { requiredKeys: ["kind", "origin"] },
);
const requests = fc.array(request, { maxLength: 60 });
const question = fc.record({ atLeast: fc.constantFrom(1, 1, 3), patterns: fc.boolean() });

const logOf = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join("\n");

describe("M3: whatever is in the log", () => {
  it("the policy is one that lint finds clean, and serves what the report says", async () => {
    const folder = mkdtempSync(join(tmpdir(), "crossgate-suggest-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    let file = 0;
    const property = fc.asyncProperty(requests, question, async (values, asked) => {
      const report = await suggest({ log: logOf(values), ...asked });
      const pages = values.filter(({ origin }) => !["", "-"].includes(origin));
      expect(report.requests).toBe(pages.length);
      expect(report.coverage > 0).toBe(report.policy !== null);
      if (report.policy === null) return;
      const cors = createCors(report.policy as CorsOptions);
      const served = pages.filter(({ origin }) => cors.allows(origin) === true);
      expect(report.coverage).toBe(served.length / pages.length);
      const counts = [...report.allowed, ...report.denied].map(({ requests }) => requests);
      expect(counts.reduce((sum, each) => sum + each, 0)).toBe(pages.length);
      for (const { origin } of report.denied) expect(cors.allows(origin), origin).toBe(false);
      const path = join(folder, `policy-${file++}.mjs`);
      writeFileSync(path, report.module ?? "");
      expect(await lintHere(path, {})).toMatchObject({ verdict: "clean", errors: [] });
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it("a pattern stands for three hosts or more, none of them a stranger's", async () => {
    const property = fc.asyncProperty(requests, async (values) => {
      const { offers } = await suggest({ log: logOf(values) });
      for (const { pattern, hosts } of offers) {
        expect(hosts).toBeGreaterThanOrEqual(3);
        expect(pattern).toMatch(/^https:\/\/\*\.(preview\.)?example\.(com|co\.uk)(:8443)?$/);
      }
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it("no line is too odd to be read", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        ...'"\\[]{}|\t%0A:=,- null https://a.example.com/ origin= #Fields:'.split(/(?=[^a-z])/),
      ),
      fc.constantFrom('"GET / HTTP/1.1"', "#Fields: cs(Origin) cs-headers", "%E0%A4%A"),
    );
    const line = fc.oneof(
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
      fc.json().map((json) => json.replaceAll('"a"', '"origin"')),
    );
    const property = fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const reader = new RecordReader();
      for (const each of lines) expect(() => reader.read(each)).not.toThrow();
    });
    fc.assert(property, { numRuns: 3000 });
  });
});

describe("a log in pieces", () => {
  it("has the same records wherever it is cut, one line each or several", () => {
    const records = fc.array(
      fc.tuple(fc.dictionary(fc.string({ maxLength: 3 }), fc.string()), fc.constantFrom(0, 2)),
      { maxLength: 6 },
    );
    const property = fc.property(
      records,
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      (values, sizes) => {
        const log = values
          .map(([value, indent]) => JSON.stringify(value, null, indent))
          .join("\r\n");
        const bytes = new TextEncoder().encode(log);
        const cutter = new RecordCutter();
        const found: string[] = [];
        for (let start = 0; start < bytes.length;) {
          const end = start + sizes.next().value;
          found.push(...cutter.push(bytes.subarray(start, end)));
          start = end;
        }
        found.push(...cutter.end());
        expect(found.map((record) => JSON.parse(record))).toEqual(values.map(([value]) => value));
      },
    );
    fc.assert(property);
  });

  it("leaves out what is longer than a mebibyte, and counts it", () => {
    const cutter = new RecordCutter();
    const found = [
      ...cutter.push("one\n"),
      ...Array.from({ length: 40 }, () => cutter.push("x".repeat(100_000))).flat(),
      ...cutter.push("the end of it\ntwo\n{\n"),
      ...Array.from({ length: 40 }, () => cutter.push(`${"y".repeat(100_000)}\n`)).flat(),
      ...cutter.push("}\nthree"),
      ...cutter.end(),
    ];
    expect({ found, tooLong: cutter.tooLong }).toEqual({
      found: ["one", "two", "three"],
      tooLong: 2,
    });
  });

  it("may come from a shell that writes UTF-16", () => {
    const text = `\uFEFF{"origin":"https://a.example.com"}\r\n`;
    const cutter = new RecordCutter();
    const found = [...cutter.push(new Uint8Array(Buffer.from(text, "utf16le"))), ...cutter.end()];
    expect(found).toEqual(['{"origin":"https://a.example.com"}']);
  });
});

describe("a flood of made-up origins", () => {
  const told = {
    isReferer: false,
    isRefused: false,
    method: "GET",
    headers: ["x-one"],
    credentials: false,
  };

  it("takes bounded memory, and pushes out no origin that asks often", () => {
    const tally = new Tally(100);
    for (let round = 0; round < 10_000; round++) {
      tally.add({ ...told, origin: `https://${round}.evil-${round}.example` });
      tally.add({ ...told, origin: `https://tenant-${round}.myapp.com` });
      if (round % 10 === 0) tally.add({ ...told, origin: "https://app.example.com" });
    }
    expect(tally.origins.size).toBeLessThanOrEqual(100);
    expect(tally.families.size).toBeLessThanOrEqual(100);
    expect(tally.origins.get("https://app.example.com")).toMatchObject({ requests: 1000 });
    const tenants = tally.families.get("https://*.myapp.com");
    expect(tenants).toMatchObject({ headers: ["x-one"], methods: ["GET"] });
    const exact = [...tally.origins.values(), ...tally.families.values(), tally.rest];
    expect(exact.reduce((sum, { requests }) => sum + requests, 0)).toBe(tally.requests);
    const known = [...tally.origins.keys()].filter((origin) => origin.endsWith(".myapp.com"));
    expect((tenants?.requests ?? 0) + known.length).toBe(10_000);
  });

  it("bounds what one origin can ask for", () => {
    const tally = new Tally();
    for (let round = 0; round < 1000; round++) {
      const method = `M${round}`;
      tally.add({
        ...told,
        origin: "https://a.example.com",
        method,
        headers: [`x-${round}`, "y".repeat(999)],
      });
    }
    const asked = tally.origins.get("https://a.example.com");
    expect([asked?.methods.length, asked?.headers.length]).toEqual([100, 100]);
    tally.add({ ...told, origin: `https://${"x".repeat(100_000)}.example` });
    expect(Math.max(...[...tally.origins.keys()].map(({ length }) => length))).toBe(327);
  });
});
