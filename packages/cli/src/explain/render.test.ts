import { corsCodes } from "@crossgate/browser";
import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { api, type CauseRow, causeRows, page } from "../../test/cause-rows.ts";
import { inventedWire } from "../../test/invented-wire.ts";
import type { CauseCode } from "../cause/cause-code.ts";
import { causeWords } from "../cause/words.ts";
import { products } from "../cures/products/index.ts";
import { explainOver } from "./explain.ts";
import { type Detail, renderExplain } from "./render.ts";
import type { ExplainReport, Question } from "./report.ts";
import { readScene } from "./scene.ts";

const columns = 80;
const terminal = { colors: picocolors.createColors(false), columns, isInteractive: false };

async function explained(
  { asked, answers = [], probes }: CauseRow,
  more: Partial<Question> = {},
): Promise<ExplainReport> {
  const question: Question = { url: api, origin: page, ...asked, ...more };
  const probing = probes && inventedWire(probes);
  return explainOver(question, readScene(question), inventedWire(answers), probing);
}

function linesOf(report: ExplainReport, detail?: Detail): readonly string[] {
  return renderExplain(report, terminal, detail).trimEnd().split("\n");
}

/** Lines that no one can break: HAProxy's rules end with the line, and a type is one word. */
function isWhole(line: string): boolean {
  return /^ {4}http-after-response set-header|^ {4}\s+"@type": \S+$/.test(line);
}

function tooWide(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.length > columns && !isWhole(line));
}

/** The sentences in front of the story, in which names of headers repeat themselves. */
function repeated(lines: readonly string[]): readonly string[] {
  const told = lines.slice(
    0,
    lines.findIndex((line) => line.startsWith("STORY")),
  );
  const prose = told.filter((line) => !line.startsWith("    ")).join(" ");
  const sentences = prose.split(/(?<=[.:])\s+/).filter((sentence) => sentence.length > 30);
  return sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index);
}

const headings = ["WHAT TO DO", "NO BROWSER REPORTS", "STORY"];

/** The headings in the order in which they stand. */
function order(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => headings.filter((heading) => line.startsWith(heading)));
}

/**
 * A screen is forty lines. A policy with credentials stands beside a page that does without, and VCL
 * has neither lists nor a short way to answer OPTIONS.
 */
function mostLines({ cause, cures }: ExplainReport): number {
  if (cures[0]?.product === "varnish") return 54;
  if (/^(?:acac-|acao-wildcard)/.test(cause?.code ?? "")) return 46;
  return cures.some(({ snippet = "" }) => snippet.includes("\n")) ? 40 : 28;
}

function assertPleases(report: ExplainReport, lines: readonly string[]): void {
  expect(lines[0]).toMatch(new RegExp(`^${report.verdict.toUpperCase()}  \\S`));
  expect(tooWide(lines)).toEqual([]);
  expect(lines.filter((line) => line.endsWith(" "))).toEqual([]);
  expect(lines.filter((line, index) => line === "" && lines[index + 1] === "")).toEqual([]);
  expect(repeated(lines)).toEqual([]);
  expect(order(lines)).toEqual(headings.filter((heading) => order(lines).includes(heading)));
  expect(lines.length).toBeLessThanOrEqual(mostLines(report));
}

/** What `explain` tells by another name, or never asks. */
const neverCauses: Readonly<Record<string, string>> = {
  "acao-multiple": "header-twice or header-list",
  "embedding-refused": "resource-policy",
  "preflight-redirect": "one of redirect-*",
  "redirect-userinfo-embedded": "of a page in a frame",
  "redirect-stream-body": "no question has a stream",
  "bad-port": "unsafe-port",
  integrity: "no question has a hash",
  "data-url-invalid": "no server",
  "blob-not-found": "no server",
  "cache-only": "no question has a cache mode",
  "local-network-insecure": "local-network-access",
  "local-network-mismatch": "local-network-access",
  "local-network-denied": "local-network-access",
};

describe("a redirect whose target was asked", () => {
  const elsewhere = causeRows.filter(({ code, probes }) => code === "redirect-elsewhere" && probes);

  it("is followed by advice only to an address that answers", async () => {
    const told = await Promise.all(elsewhere.map((row) => explained(row)));
    expect(told.map(({ cures }) => cures[0]?.where)).toEqual([
      "Ask the address that the redirect leads to:",
      "Correct the redirect: the address that it leads to answers 404.",
      "Ask the address that the redirect leads to:",
    ]);
    expect(told.map(({ cause }) => cause?.explanation.split(". ").at(-1))).toEqual([
      "That address answers 200 and does not let the page read it.",
      "That address answers 404 and does not let the page read it.",
      "That address redirects again: 302.",
    ]);
  });
});

describe("what stands in a terminal of 80 columns", () => {
  const rows = causeRows.map((row, index) => ({ row, index, code: row.code }));

  it("is looked at for every cause", () => {
    const seen = new Set(rows.map(({ code }) => code));
    const all = [...Object.keys(causeWords), ...Object.keys(corsCodes)] as CauseCode[];
    expect(all.filter((code) => !seen.has(code) && !(code in neverCauses))).toEqual([]);
  });

  it.each(rows)("$index: $code, the cause first, then the cure, on one screen", async ({ row }) => {
    const report = await explained(row);
    const lines = linesOf(report);
    assertPleases(report, lines);
    if (!report.cause) return;
    const named = lines.findIndex((line) => line.startsWith(`  ${report.cause?.code}`));
    expect(named).toBeGreaterThan(0);
    expect(named).toBeLessThan(lines.indexOf("WHAT TO DO"));
    expect(report.cures.length).toBeGreaterThan(0);
  });

  it.each(rows)("$index: $code, for a server of someone else, and with all", async ({ row }) => {
    expect(tooWide(linesOf(await explained(row, { notMine: true })))).toEqual([]);
    expect(tooWide(linesOf(await explained(row), { all: true }))).toEqual([]);
  });

  const cured = rows.filter(({ code }) =>
    /^(?:acao-|acac-|header|method-not|options)/.test(code ?? ""),
  );

  it.each(products.map(({ name }) => name))(
    "%s: every cure whole, on one screen",
    async (server) => {
      for (const { row } of cured) {
        const report = await explained(row, { server });
        const lines = linesOf(report);
        assertPleases(report, lines);
        const [first] = report.cures;
        const snippet = (first?.snippet ?? "").split("\n");
        const printed = lines.map((line) => line.replace(/^ {4}/, ""));
        expect(snippet.filter((line) => !printed.includes(line))).toEqual([]);
      }
    },
  );
});
