import { createPage } from "../terminal/page.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { LintReport } from "./report.ts";

/** More of a kind are no page for a person. */
const shown = 10;

/** The report in plain words. */
export function renderLint(path: string, report: LintReport, terminal: Terminal): string {
  const page = createPage(terminal);
  const { colors } = page;
  const more = (count: number): void => {
    if (count > shown) page.say(`and ${count - shown} more: --json has them`, colors.dim);
  };
  page.heading("POLICY", path, colors.blue);
  for (const sentence of report.allows) page.item("·", sentence);
  if (report.errors.length > 0) {
    page.heading("REFUSED", "createCors throws", colors.red);
    for (const error of report.errors.slice(0, shown)) {
      page.item("✗", `${error.path}: ${error.message}`);
    }
    more(report.errors.length);
  }
  if (report.warnings.length > 0) {
    page.heading("WARNINGS", "accepted, and doubtful", colors.yellow);
    for (const { path, message, code } of report.warnings.slice(0, shown)) {
      page.item("!", `${path}: ${message} [${code}]`);
    }
    more(report.warnings.length);
  }
  const { errors, warnings, verdict } = report;
  const texts = {
    clean: "nothing to remark",
    warnings: `${warnings.length} to think about`,
    invalid: `${errors.length} to mend`,
  };
  page.heading(
    verdict.toUpperCase(),
    texts[verdict],
    verdict === "clean" ? colors.green : colors.red,
  );
  return page.toString();
}
