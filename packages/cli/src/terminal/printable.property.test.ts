import fc from "fast-check";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { renderAudit } from "../audit/render.ts";
import type { AuditReport } from "../audit/report.ts";
import { renderLint } from "../lint/render.ts";
import type { LintReport } from "../lint/report.ts";
import { renderSuggest } from "../suggest/render.ts";
import { suggest } from "../suggest/suggest.ts";
import { printable, printableJson } from "./printable.ts";
import type { Terminal } from "./terminal.ts";

const terminal: Terminal = {
  colors: picocolors.createColors(false),
  columns: 80,
  isInteractive: false,
};

/** A text with a character in it that must never reach a terminal or a log. */
const odd = fc
  .tuple(
    fc.string({ maxLength: 5 }),
    fc.constantFrom(
      ...Array.from(
        "\0\u0007\b\r\u001b\u007f\u0085\u009b\u00ad\u061c\u200b\u200e\u2028\u2029\u202e\u2066\ufeff\ufe0f",
      ),
      "\ud800",
      "\udfff",
      "\u{e0041}",
    ),
    fc.string({ maxLength: 5 }),
  )
  .map((parts) => parts.join(""));

const audited: fc.Arbitrary<AuditReport> = odd.map((text) => ({
  version: 2,
  url: text,
  allowed: [text],
  verdict: "findings",
  requests: 1,
  skipped: 0,
  tested: [text],
  findings: [
    {
      code: "null",
      severity: "high",
      summary: text,
      evidence: [text, text],
      fix: "Name the port.",
    },
  ],
  untested: [{ what: text, why: text }],
  unreachable: { fault: "reset", detail: text },
}));

const linted: fc.Arbitrary<LintReport> = odd.map((text) => ({
  version: 1,
  verdict: "invalid",
  allows: [text],
  errors: [{ code: text, path: text, message: text }],
  warnings: [{ code: "localhost", path: text, message: text }],
}));

/** The lines of an output are ours; nothing else in it may be unseen. */
function showsAll(output: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufe0f]/u.test(output.replaceAll("\n", ""));
}

describe("what strangers chose, in all that is printed", () => {
  it("is escaped by audit", () => {
    fc.assert(
      fc.property(audited, (report) => {
        expect(showsAll(renderAudit(report, terminal))).toBe(true);
      }),
    );
  });

  it("is escaped by lint", () => {
    fc.assert(
      fc.property(odd, linted, (path, report) => {
        expect(showsAll(renderLint(path, report, terminal))).toBe(true);
      }),
    );
  });

  it("is escaped by suggest", async () => {
    const property = fc.asyncProperty(fc.array(odd), async (texts) => {
      const log = texts.map((origin) =>
        JSON.stringify({ origin, method: origin, headers: origin }),
      );
      const report = await suggest({
        log: [JSON.stringify({ origin: "https://a.example" }), ...log],
      });
      expect(showsAll(renderSuggest(report, terminal))).toBe(true);
    });
    await fc.assert(property);
  });

  it("is escaped in JSON, and reads back unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(audited, linted, fc.dictionary(odd, odd)), (report) => {
        const text = printableJson(report);
        expect(showsAll(text)).toBe(true);
        expect(JSON.parse(text)).toEqual(report);
      }),
    );
  });

  it("is cut where it is long", () => {
    expect(printable("x".repeat(301))).toHaveLength(300);
    fc.assert(
      fc.property(fc.nat({ max: 3 }), (ahead) => {
        expect(showsAll(printable("x".repeat(ahead) + "😀".repeat(200)))).toBe(true);
      }),
    );
  });
});
