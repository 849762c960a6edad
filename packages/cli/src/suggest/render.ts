import { createPage, type Page } from "../terminal/page.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { LeftOut, SeenOrigin, SuggestReport } from "./report.ts";

/** More of a kind is no page for a person; `--json` has them all. */
const shown = 10;
const shownOfReason = 3;
/** In lines. */
const longestModule = 25;

/** The policy, how much of the log it serves, and whom it leaves out. */
export function renderSuggest(report: SuggestReport, terminal: Terminal): string {
  const page = createPage(terminal);
  const { colors } = page;
  const { allowed, coverage, denied, lines, module, moreDenied, notes, offers, requests } = report;
  page.heading("LOG", `${requests} requests of pages in ${lines} lines`, colors.blue);
  if (module !== null) {
    page.heading("POLICY", "the tightest that would have served them", colors.green);
    if (module.split("\n").length > longestModule)
      page.say("It is long: --module prints it.", colors.dim);
    else page.block(module.trimEnd());
  }
  page.heading("ALLOWED", `${allowed.length} origins, ${percent(coverage)} of it`, colors.green);
  for (const each of allowed.slice(0, shown)) page.item("·", lineOf(each));
  if (allowed.length > shown) page.say(`and ${allowed.length - shown} more`, colors.dim);
  if (offers.length > 0) {
    page.heading("OFFERED", "patterns for three hosts and more: --patterns", colors.blue);
  }
  for (const { pattern, hosts, requests, share } of offers.slice(0, shown)) {
    page.item("·", `${pattern}  ${hosts} hosts, ${requests} (${percent(share)})`);
  }
  const origins = denied.length + moreDenied.origins;
  const share = requests === 0 ? 0 : 1 - coverage;
  if (origins > 0) {
    page.heading("DENIED", `${origins} origins, ${percent(share)} of it`, colors.yellow);
  }
  sayDenied(denied, page);
  if (moreDenied.origins > 0) page.say(`and ${moreDenied.origins} more`, colors.dim);
  page.gap();
  for (const note of notes) page.item("!", note, colors.yellow);
  return page.toString();
}

/** By their reasons, each of which is told with the first. */
function sayDenied(denied: readonly LeftOut[], page: Page): void {
  const { dim } = page.colors;
  for (const code of new Set(denied.map((each) => each.code))) {
    const group = denied.filter((each) => each.code === code);
    for (const [index, each] of group.slice(0, shownOfReason).entries()) {
      page.item("✗", `${lineOf(each)} [${code}]`);
      if (index === 0) page.item(" ", each.reason, dim);
    }
    const more = group.length - shownOfReason;
    if (more > 0) page.say(`and ${more} more [${code}]`, dim);
  }
}

function lineOf({ origin, requests, share }: SeenOrigin): string {
  return `${origin}  ${requests} (${percent(share)})`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
