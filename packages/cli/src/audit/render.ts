import Table from "cli-table3";
import { createPage } from "../terminal/page.ts";
import { printable } from "../terminal/printable.ts";
import type { Colors, Terminal } from "../terminal/terminal.ts";
import type { AuditFinding, AuditReport, Severity } from "./report.ts";

const firstColumns = [10, 29] as const;
const borders = 4;

/** The report as a table: how bad, what, how it shows, what to do. */
export function renderAudit(report: AuditReport, terminal: Terminal): string {
  const page = createPage(terminal);
  const { colors } = page;
  page.heading("AUDIT", report.url, colors.blue);
  page.say(`meant to be allowed: ${report.allowed.join(", ")}`);
  page.say(
    "For servers you are responsible for: every request is an attack that once worked on someone.",
    colors.dim,
  );
  const table = report.findings.length === 0 ? "" : `\n${tableOf(report.findings, terminal)}\n`;
  return `${page.toString()}${table}${conclusion(report, terminal)}`;
}

function tableOf(findings: readonly AuditFinding[], { colors, columns }: Terminal): string {
  const rest = columns - firstColumns[0] - firstColumns[1] - borders;
  const table = new Table({
    head: ["severity", "finding", "evidence, and what to do"],
    colWidths: [...firstColumns, rest],
    wordWrap: true,
    style: { head: [], border: [], compact: false },
  });
  for (const { severity, code, summary, evidence, fix } of findings) {
    const [first = ""] = evidence;
    const more = evidence.length > 1 ? `\n(and ${evidence.length - 1} more like it)` : "";
    const proof = `${breakable(printable(first))}${more}\n\n${printable(fix)}`;
    table.push([paint(severity, colors), `${code}\n\n${printable(summary)}`, proof]);
  }
  return table.toString();
}

/** Long origins have no blanks to break at. */
function breakable(text: string): string {
  return text.replace(/(\S{30})(?=\S{12})/gu, "$1 ");
}

function paint(severity: Severity, colors: Colors): string {
  const styles = { high: colors.red, medium: colors.yellow, low: colors.cyan };
  return styles[severity](severity);
}

function conclusion(report: AuditReport, terminal: Terminal): string {
  const page = createPage(terminal);
  const { colors } = page;
  const { verdict, findings, requests, skipped, tested, untested, unreachable } = report;
  const isClean = verdict === "clean";
  const texts = {
    clean: "none of the known holes",
    findings: `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`,
    incomplete: "no hole was seen, and not everything was tested",
    unreachable: "the server gave no response: this says nothing about its policy",
  };
  page.heading(verdict.toUpperCase(), texts[verdict], isClean ? colors.green : colors.red);
  for (const { what, why } of untested) page.item("!", `Not tested: ${what}: ${why}`);
  const left = skipped > 0 ? `, ${skipped} not made` : "";
  page.say(`${requests} requests${left}`, colors.dim);
  if (tested.length > 0) page.say(`tested: ${tested.join(", ")}`, colors.dim);
  if (unreachable) page.say(unreachable.detail, colors.dim);
  return `\n${page.toString()}`;
}
