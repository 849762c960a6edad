import type { Route, Setting } from "./setting.ts";
import type { Report, Wrong } from "./search.ts";

/** One line of the table. */
export function formatReport(report: Report): string {
  const { name, cases, reached, granted, refusedByHost, wrong } = report;
  const numbers = [
    `${cases} paths`,
    `${reached} reach a handler`,
    `${granted} get a grant`,
    `${refusedByHost} refused by the host`,
  ];
  return `  ${wrong.length === 0 ? "ok  " : "FAIL"}  ${name.padEnd(22)} ${numbers.join(", ")}, ${wrong.length} wrong`;
}

/** What is needed to see a finding again. */
export function formatWrong({ target, what, answer, setting }: Wrong): string {
  const reached = answer?.reached;
  const handler = reached ? `${reached.route} (sees ${reached.path})` : "none";
  return [`${target}: ${what}; handler ${handler}`, ...settingLines(setting)].join("\n        ");
}

function settingLines({ rules, routes }: Setting): readonly string[] {
  return [
    `rules: ${rules.map((rule, index) => `${index} ${rule.path} (${rule.allows}${rule.refuseDenied ? ", refuses" : ""})`).join("; ")}`,
    `routes: ${routes.map((route, index) => `${index} ${textOf(route)}`).join("; ")}`,
  ];
}

function textOf({ segments, hasRest }: Route): string {
  const names = segments.map((segment) =>
    "name" in segment ? segment.name : `:${segment.parameter}`,
  );
  return `/${[...names, ...(hasRest ? ["*"] : [])].join("/")}`;
}
