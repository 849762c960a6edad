import type { Cure } from "../cures/cure.ts";
import { isForGuests } from "../cures/around.ts";
import { createPage, type Page } from "../terminal/page.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { renderStep, type StepDetail } from "./render-step.ts";
import type { ExplainReport } from "./report.ts";
import { scriptText } from "./script-text.ts";

/** How much a person wants to see. */
export interface Detail {
  /** Everything that is folded otherwise. @default false */
  readonly all?: boolean | undefined;
}

const shownCures = 2;
const mostSteps = 4;
/** A cure of more lines leaves room for the faults alone. */
const longCure = 14;

/** The report for a terminal: what happened, why, what cures it, and then the story. */
export function renderExplain(
  report: ExplainReport,
  terminal: Terminal,
  { all = false }: Detail = {},
): string {
  const page = createPage(terminal);
  renderVerdict(page, report);
  renderCause(page, report, all);
  renderCures(page, report.cures, all);
  renderWarnings(page, report, all);
  renderStory(page, report, all);
  return page.toString();
}

function renderVerdict(page: Page, { as, verdict, cause, origin, script }: ExplainReport): void {
  const { colors } = page;
  // A beacon's response no page ever reads.
  const did = as === "beacon" ? "may send its" : "may read the response to its";
  const styles = {
    readable: colors.green,
    blocked: colors.red,
    depends: colors.yellow,
    unreachable: colors.red,
  };
  const headline = cause?.headline ?? `${pageNamed(origin)} ${did} ${script.method}`;
  page.heading(verdict.toUpperCase(), headline, styles[verdict]);
}

/** A page without an address has no name to show. */
function pageNamed(origin: string): string {
  return origin === "null" ? "a page called 'null'" : origin;
}

function renderCause(page: Page, report: ExplainReport, all: boolean): void {
  const { cause, consequences, given, script } = report;
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
  const names = namesOf(report, all);
  if (names.length > 0) page.say(names.join(" · "), colors.dim);
  for (const note of given.notes) page.item("!", note, colors.yellow);
  for (const name of script.dropped) {
    page.item("!", `${name} is not a script's to set: browsers drop it in silence`, colors.yellow);
  }
}

/** What the cause is called here and in browsers: in the one that asks, or in all. */
function namesOf({ cause, failure, profile }: ExplainReport, all: boolean): readonly string[] {
  const { chromium, firefox } = failure ?? {};
  const isFirefox = profile === "firefox";
  return [
    cause?.code,
    (all || !isFirefox) && chromium && `Chromium: ${chromium}`,
    (all || isFirefox) && firefox && `Firefox: ${firefox}`,
  ].filter((name) => typeof name === "string");
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

/** Of a chain of redirects its beginning and its end tell all, and of a loop its first round. */
function renderSteps(page: Page, { cures, steps }: ExplainReport, all: boolean): void {
  const isLongCure = (cures[0]?.snippet?.split("\n").length ?? 0) > longCure;
  const detail: StepDetail = all ? "all" : isLongCure ? "faults" : "story";
  const asked = new Set(steps.map(({ request }) => `${request.method} ${request.url}`));
  const most = Math.min(mostSteps, asked.size);
  const isLong = !all && steps.length > most;
  const shown = isLong ? [...steps.slice(0, Math.max(1, most - 1)), ...steps.slice(-1)] : steps;
  shown.forEach((step, index) => {
    if (isLong && index === shown.length - 1 && steps.length > shown.length) {
      page.item(" ", `and ${steps.length - shown.length} more (--all)`, page.colors.dim);
    }
    renderStep(page, step, detail);
  });
}

function renderStory(page: Page, report: ExplainReport, all: boolean): void {
  const { colors } = page;
  // Where nothing was sent, the cause has told that.
  if (report.steps.length === 0 && !report.unreachable && !all) return;
  const from = report.origin === "null" ? pageNamed("null") : `a page on ${report.origin}`;
  page.heading("STORY", from, colors.blue);
  if (all) page.block(scriptText(report));
  renderSteps(page, report, all);
  if (report.unreachable) page.say(report.unreachable.detail, colors.dim);
  if (report.failure && all) page.say(`console: ${report.failure.message}`, colors.dim);
  renderServer(page, report, all);
}

/** Who seems to have answered, where the cure depends on that. */
function renderServer(page: Page, { cures, servers }: ExplainReport, all: boolean): void {
  const { colors } = page;
  const [server] = servers;
  const written = cures.filter(({ audience, snippet }) => audience !== "page" && snippet);
  const own = written.filter((cure) => !isForGuests(cure));
  if (server && (all || own.some(({ product }) => product !== "unknown")))
    page.say(
      `The server seems to be ${server.title} (${server.by}); --server names another.`,
      colors.dim,
    );
  else if (!server && own.some(({ product }) => product === "unknown")) {
    page.say("--server NAME prints the configuration of a product.", colors.dim);
  }
}
