import { createPage, type Page } from "../terminal/page.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { AuditFinding, AuditReport } from "./report.ts";

/** What is no attack. */
const plainNames: ReadonlyMap<string, string> = new Map([
  ["none", "no Origin"],
  ["allowed", "who is meant"],
  ["error", "errors"],
  ["preflight", "preflights"],
]);

/** The worst are told with what shows them; a page for a person ends somewhere. */
const detailed = 4;

/** The report in plain words: how bad, what, how it shows, what to do. */
export function renderAudit(report: AuditReport, terminal: Terminal): string {
  const page = createPage(terminal);
  const { colors } = page;
  page.heading("AUDIT", report.url, colors.blue);
  page.say(`meant to be allowed: ${report.allowed.join(", ")}`);
  page.say(
    "For servers you are responsible for: every request is an attack that once worked on someone.",
    colors.dim,
  );
  if (report.findings.length > 0) sayFindings(report.findings, page);
  conclude(report, page);
  return page.toString();
}

/** One after the other. A sentence that several share stands at the first alone. */
function sayFindings(findings: readonly AuditFinding[], page: Page): void {
  const { colors } = page;
  const styles = { high: colors.red, medium: colors.yellow, low: colors.cyan };
  const said = new Set<string>();
  for (const { severity, code, summary, evidence, fix } of findings.slice(0, detailed)) {
    const [first = ""] = evidence;
    const more = evidence.length > 1 ? ` (and ${evidence.length - 1} more like it)` : "";
    const news = fix.split(/(?<=\.) /).filter((sentence) => !said.has(sentence));
    for (const sentence of news) said.add(sentence);
    page.heading(severity.toUpperCase(), `${code}: ${summary}`, styles[severity]);
    page.say(`${first}${more}`, colors.dim);
    if (news.length > 0) page.item("→", news.join(" "));
  }
  const others = findings.slice(detailed);
  if (others.length > 0) page.heading("AND", "--json has what shows these", colors.bold);
  for (const { severity, code, summary } of others) {
    page.item("✗", `${severity}, ${code}: ${summary}`, styles[severity]);
  }
}

function conclude(report: AuditReport, page: Page): void {
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
  const names = tested.map((name) => plainNames.get(name) ?? name);
  if (names.length > 0) page.say(`tested: ${names.join(", ")}`, colors.dim);
  if (unreachable) page.say(unreachable.detail, colors.dim);
  if (unreachable?.fault === "tls") page.say("-k accepts any certificate.", colors.dim);
}
