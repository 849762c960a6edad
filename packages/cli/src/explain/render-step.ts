import { printable } from "../terminal/printable.ts";
import type { Page } from "../terminal/page.ts";
import type { HeaderNote, Step } from "./report.ts";

const shownRequestHeaders =
  /^(?:origin|access-control-request-.*|content-type|authorization|sec-fetch-site|x-.*)$/;
const plainHeaders = 6;
/** Headers that belong to the connection, on every answer and of no interest here. */
const plumbing = /^(?:connection|content-length|date|keep-alive|transfer-encoding)$/;

/** One exchange: what the browser sent and why, what came back, header by header. */
export function renderStep(page: Page, step: Step): void {
  const { colors } = page;
  const asks =
    step.kind === "preflight" ? "asks the server first: a preflight" : "sends the request";
  page.heading("BROWSER", asks, colors.cyan);
  for (const reason of step.because) page.item("·", reason, colors.dim);
  const { pathname, search } = new URL(step.request.url);
  page.item("→", `${step.request.method} ${pathname}${search}`, colors.bold);
  for (const [name, value] of step.request.headers) {
    if (shownRequestHeaders.test(name)) page.item("  ", `${name}: ${value}`);
  }
  if (step.request.credentials)
    page.item("  ", "(and the cookies of that server, if there are any)", colors.dim);
  renderAnswer(page, step);
}

function renderAnswer(page: Page, { response, request, conclusion, location }: Step): void {
  const { colors } = page;
  const { host } = new URL(request.url);
  if (!response) {
    page.heading("SERVER", `${host} does not answer`, colors.magenta);
    return;
  }
  page.heading("SERVER", `${host} answers`, colors.magenta);
  const isError = response.status >= 400;
  page.item(
    "←",
    `${response.status} ${response.statusText}`,
    isError ? colors.yellow : colors.bold,
  );
  renderHeaders(page, response.headers);
  for (const name of response.missing) renderLine(page, "✗", `${name} is missing`, "", colors.red);
  if (conclusion === "redirected") {
    page.heading("BROWSER", `follows the redirect to ${location ?? ""}`, colors.cyan);
  }
}

function renderHeaders(page: Page, headers: readonly HeaderNote[]): void {
  const { colors } = page;
  const styles = { none: colors.dim, good: colors.green, bad: colors.red, silent: colors.yellow };
  const marks = { none: " ", good: "✓", bad: "✗", silent: "!" };
  const plain = headers.filter(({ name, mark }) => mark === "none" && !plumbing.test(name));
  const shown = headers.filter(
    (note) => note.mark !== "none" || plain.slice(0, plainHeaders).includes(note),
  );
  for (const { name, value, mark, remark } of shown) {
    renderLine(page, marks[mark], `${name}: ${printable(value, 160)}`, remark, styles[mark]);
  }
  const hidden = headers.length - shown.length;
  if (hidden > 0) page.item("   ", `and ${hidden} more that CORS does not look at`, colors.dim);
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
