import type { Cure } from "../cures/cure.ts";
import { isForGuests } from "../cures/around.ts";
import { createPage, type Page } from "../terminal/page.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { renderStep } from "./render-step.ts";
import type { ExplainReport } from "./report.ts";
import { scriptText } from "./script-text.ts";

/** How much a person wants to see. */
export interface Detail {
  /** Everything that is folded otherwise. @default false */
  readonly all?: boolean | undefined;
}

const shownCures = 2;
const mostSteps = 4;

/** The report for a terminal: what happened, why, what cures it, and then the story. */
export function renderExplain(
  report: ExplainReport,
  terminal: Terminal,
  { all = false }: Detail = {},
): string {
  const page = createPage(terminal);
  renderVerdict(page, report);
  renderCause(page, report);
  renderCures(page, report.cures, all);
  renderWarnings(page, report, all);
  renderStory(page, report, all);
  return page.toString();
}

function renderVerdict(page: Page, { verdict, cause, origin, script }: ExplainReport): void {
  const { colors } = page;
  const styles = {
    readable: colors.green,
    blocked: colors.red,
    depends: colors.yellow,
    unreachable: colors.red,
  };
  const headline = cause?.headline ?? `${origin} may read the response to its ${script.method}`;
  page.heading(verdict.toUpperCase(), headline, styles[verdict]);
}

function renderCause(
  page: Page,
  { cause, consequences, failure, given, script }: ExplainReport,
): void {
  const { colors } = page;
  if (cause) {
    page.say(cause.explanation);
    if (cause.says !== "") page.item("›", cause.says, colors.yellow);
  }
  if (consequences.length > 0) {
    const [first, ...rest] = consequences;
    const more = rest.length > 0 ? ` (and ${rest.map(({ code }) => code).join(", ")})` : "";
    page.say(`Once that works, look at: ${first?.explanation ?? ""}${more}`, colors.dim);
  }
  const names = [
    cause?.code,
    failure?.chromium && `Chromium: ${failure.chromium}`,
    failure?.firefox && `Firefox: ${failure.firefox}`,
  ].filter((name) => typeof name === "string");
  if (names.length > 0) page.say(names.join(" · "), colors.dim);
  for (const note of given.notes) page.item("!", note, colors.yellow);
  for (const name of script.dropped) {
    page.item("!", `${name} is not a script's to set: browsers drop it in silence`, colors.yellow);
  }
}

function renderCures(page: Page, cures: readonly Cure[], all: boolean): void {
  if (cures.length === 0) return;
  const { colors } = page;
  page.heading("WHAT TO DO", "", colors.green);
  const own = cures.filter((cure) => !isForGuests(cure));
  const shown = all || own.length === 0 ? cures : own.slice(0, shownCures);
  shown.forEach((cure, index) => {
    if (index > 0) page.gap();
    renderCure(page, cure, all || index === 0);
  });
  if (shown.length < cures.length) {
    page.gap();
    page.say(
      "Not your server? --not-mine tells what is left to do; --all prints every way.",
      colors.dim,
    );
  }
}

function renderCure(
  page: Page,
  { audience, product, where, snippet }: Cure,
  isWhole: boolean,
): void {
  const { colors } = page;
  const who =
    product === "browser" ? audience : product === "unknown" ? audience : `${audience}, ${product}`;
  const isLong = (snippet?.split("\n").length ?? 0) > 3;
  const isCut = !isWhole && isLong;
  const text = isCut ? `${firstSentence(where)} --all prints it.` : where;
  page.item("·", `${who}: ${text}`);
  if (snippet !== undefined && !isCut) page.block(snippet, colors.green);
}

function firstSentence(text: string): string {
  return `${text.split(/(?<=[.])\s|:\s/)[0]?.replace(/[.:]$/, "") ?? text}.`;
}

function renderWarnings(page: Page, { warnings, verdict }: ExplainReport, all: boolean): void {
  if (warnings.length === 0) return;
  const { colors } = page;
  const isFolded = !all && verdict !== "readable" && verdict !== "depends";
  if (isFolded) {
    page.gap();
    page.say(`Also: ${warnings.map(({ code }) => code).join(", ")} (--all)`, colors.dim);
    return;
  }
  page.heading("NO BROWSER REPORTS", "", colors.yellow);
  for (const { explanation, code, fix } of warnings) {
    page.item("!", `${explanation} [${code}]`);
    if (all) page.item(" ", fix, colors.dim);
  }
}

/** Of a long chain of redirects its beginning and its end tell all. */
function renderSteps(page: Page, steps: ExplainReport["steps"], all: boolean): void {
  const isLong = !all && steps.length > mostSteps;
  const shown = isLong ? [...steps.slice(0, mostSteps - 1), ...steps.slice(-1)] : steps;
  shown.forEach((step, index) => {
    if (isLong && index === mostSteps - 1) {
      page.item(" ", `and ${steps.length - mostSteps} more (--all)`, page.colors.dim);
    }
    renderStep(page, step, all);
  });
}

function renderStory(page: Page, report: ExplainReport, all: boolean): void {
  const { colors } = page;
  page.heading("STORY", `a page on ${report.origin}`, colors.blue);
  if (all) page.block(scriptText(report));
  renderSteps(page, report.steps, all);
  if (report.unreachable) page.say(report.unreachable.detail, colors.dim);
  if (report.failure && all) page.say(`console: ${report.failure.message}`, colors.dim);
  const [server] = report.servers;
  if (server)
    page.say(
      `The server seems to be ${server.title} (${server.by}); --server names another.`,
      colors.dim,
    );
  else if (report.steps.some(({ response }) => response)) {
    page.say("--server NAME prints the configuration of a product.", colors.dim);
  }
}
