import { createPage } from "../terminal/page.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { SeenOrigin, SuggestReport } from "./report.ts";

const shown = 30;

/** The policy, whom it serves, and whom it leaves out. */
export function renderSuggest(report: SuggestReport, terminal: Terminal): string {
  const page = createPage(terminal);
  const { colors } = page;
  const { allowed, denied, lines, module, notes, requests } = report;
  page.heading("LOG", `${requests} requests of pages in ${lines} lines`, colors.blue);
  if (module !== null) {
    page.heading("POLICY", "the tightest that would have served them", colors.green);
    page.block(module.trimEnd());
  }
  page.heading("ALLOWED", `${allowed.length} origins`, colors.green);
  for (const each of allowed.slice(0, shown)) page.item("·", lineOf(each));
  if (allowed.length > shown) page.say(`and ${allowed.length - shown} more`, colors.dim);
  if (denied.length > 0) page.heading("DENIED", `${denied.length} origins`, colors.yellow);
  for (const each of denied.slice(0, shown)) {
    page.item("✗", `${lineOf(each)} [${each.code}]`);
    page.item(" ", each.reason, colors.dim);
  }
  if (denied.length > shown) page.say(`and ${denied.length - shown} more`, colors.dim);
  page.gap();
  for (const note of notes) page.item("!", note, colors.yellow);
  return page.toString();
}

function lineOf({ origin, requests, share }: SeenOrigin): string {
  return `${origin}  ${requests} (${(share * 100).toFixed(1)} %)`;
}
