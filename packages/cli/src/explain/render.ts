import { createPage, type Page } from "../terminal/page.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { renderStep } from "./render-step.ts";
import type { ExplainReport, Failed } from "./report.ts";
import { scriptText } from "./script-text.ts";

/** The report as a story of three players, for a terminal. */
export function renderExplain(report: ExplainReport, terminal: Terminal): string {
  const page = createPage(terminal);
  const { colors } = page;
  page.heading("SCRIPT", `on ${report.origin} asks`, colors.blue);
  page.block(scriptText(report));
  for (const name of report.script.dropped) {
    page.item("!", `${name} is not a script's to set: browsers drop it in silence`, colors.yellow);
  }
  for (const step of report.steps) renderStep(page, step);
  if (report.unreachable) renderUnreachable(page, report.unreachable);
  if (report.failure) renderFailure(page, report.failure);
  renderChanges(page, report);
  renderFurther(page, report);
  renderSilent(page, report);
  renderVerdict(page, report);
  return page.toString();
}

function renderFailure(page: Page, failure: Failed): void {
  const { colors } = page;
  page.heading("BROWSER", "blocks it, and writes into its console", colors.cyan);
  page.say(failure.message, colors.red);
  page.gap();
  page.say(failure.explanation);
  const names = [
    failure.chromium && `Chromium: ${failure.chromium}`,
    failure.firefox && `Firefox: ${failure.firefox}`,
    `Crossgate: ${failure.code}`,
  ];
  page.say(names.filter(Boolean).join(" · "), colors.dim);
}

function renderUnreachable(
  page: Page,
  unreachable: NonNullable<ExplainReport["unreachable"]>,
): void {
  page.heading("NOT CORS", unreachable.sentence, page.colors.red);
  page.say(unreachable.detail, page.colors.dim);
  page.say("A page sees the same TypeError as for CORS, but no header mends this.");
}

function renderChanges(page: Page, { failure, remedy }: ExplainReport): void {
  if (!failure) return;
  const { colors } = page;
  page.heading("WHAT TO CHANGE", "", colors.green);
  page.say(failure.fix);
  if (!remedy) return;
  page.gap();
  page.say(remedy.where);
  page.gap();
  page.block(remedy.snippet, colors.green);
}

function renderFurther(page: Page, { further }: ExplainReport): void {
  if (further.length === 0) return;
  page.heading("AFTER THAT", "would fail next", page.colors.yellow);
  for (const { explanation, code, fix } of further) {
    page.item("✗", `${explanation} [${code}]`);
    page.item(" ", fix, page.colors.dim);
  }
}

function renderSilent(page: Page, { silent }: ExplainReport): void {
  if (silent.length === 0) return;
  page.heading("NOBODY TELLS YOU", "what no browser reports", page.colors.yellow);
  for (const { explanation, code, fix } of silent) {
    page.item("!", `${explanation} [${code}]`);
    page.item(" ", fix, page.colors.dim);
  }
}

function renderVerdict(page: Page, { verdict, failure, origin, script }: ExplainReport): void {
  const { colors } = page;
  const name = failure?.chromium ?? failure?.code;
  const texts = {
    readable: `${origin} may read the answer to its ${script.method}`,
    blocked: name ? `by ${name}` : "by the browser, before CORS",
    unreachable: "there was no answer to judge",
  };
  const style = verdict === "readable" ? colors.green : colors.red;
  page.heading(verdict.toUpperCase(), texts[verdict], style);
}
