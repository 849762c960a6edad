import { printable } from "../terminal/printable.ts";
import type { Page } from "../terminal/page.ts";
import type { HeaderNote, Step } from "./report.ts";

const shownRequestHeaders = /^(?:origin|content-type|authorization|x-.*)$/;
/** What a preflight asks for, which its reasons tell in words. */
const asksFor = /^access-control-request-/;
/** Headers that tell who answered; the others say nothing here. */
const telling =
  /^(?:location|www-authenticate|server|x-powered-by|via|cross-origin-resource-policy|retry-after)$/;

/** All, or what tells the story, or only what is wrong with the response. */
export type StepDetail = "all" | "story" | "faults";

/** One exchange: what the browser sent and why, what came back, header by header. */
export function renderStep(page: Page, step: Step, detail: StepDetail): void {
  const { colors } = page;
  const all = detail === "all";
  const { pathname, search, host } = new URL(step.request.url);
  const asks = step.kind === "preflight" ? " asks first" : "";
  page.item("→", `${step.request.method} ${host}${pathname}${search}${asks}`, colors.bold);
  if (all || (step.kind === "preflight" && detail === "story")) {
    for (const reason of step.because) page.item(" ·", reason, colors.dim);
  }
  for (const [name, value] of step.request.headers) {
    if (shownRequestHeaders.test(name) || (all && asksFor.test(name)))
      page.item("  ", `${name}: ${printable(value, 160)}`);
  }
  if (step.request.credentials && all) {
    page.item("  ", "(and the cookies of that server, if there are any)", colors.dim);
  }
  renderAnswer(page, step, detail);
}

function renderAnswer(page: Page, step: Step, detail: StepDetail): void {
  const { response, conclusion } = step;
  const { colors } = page;
  if (!response) {
    page.item("←", "no response", colors.red);
    return;
  }
  const isError = response.status >= 400;
  page.item(
    "←",
    `${response.status} ${response.statusText}`.trim(),
    isError ? colors.yellow : colors.bold,
  );
  // Of a preflight that passed, what it allowed is told by what was sent.
  if (step.kind === "preflight" && conclusion === "allowed" && detail !== "all") return;
  renderHeaders(page, response.headers, detail);
  for (const name of response.missing) renderLine(page, "✗", `${name} is missing`, "", colors.red);
}

function renderHeaders(page: Page, headers: readonly HeaderNote[], detail: StepDetail): void {
  const { colors } = page;
  const styles = { none: colors.dim, good: colors.green, bad: colors.red };
  const marks = { none: " ", good: "✓", bad: "✗" };
  const shown = headers.filter(({ mark, name }) => isShown(mark, name, detail));
  for (const { name, value, mark, remark } of shown) {
    renderLine(page, marks[mark], `${name}: ${printable(value, 160)}`, remark, styles[mark]);
  }
  const hidden = headers.length - shown.length;
  if (hidden > 0)
    page.item("   ", `and ${hidden} more ${hidden === 1 ? "header" : "headers"}`, colors.dim);
}

function isShown(mark: HeaderNote["mark"], name: string, detail: StepDetail): boolean {
  if (detail === "all" || mark === "bad" || telling.test(name)) return true;
  return detail === "story" && mark === "good";
}

function renderLine(
  page: Page,
  mark: string,
  text: string,
  remark: string,
  style: (text: string) => string,
): void {
  page.item(`  ${mark}`, remark === "" ? text : `${text}  (${remark})`, style);
}
