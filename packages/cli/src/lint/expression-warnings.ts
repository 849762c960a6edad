import { parse } from "tldts";
import type { LintWarning } from "./report.ts";

/** The label that strangers choose, and behind it the labels that are written out. */
const ENDING = /(?<label>[^/]*?)\\\.(?<host>[a-z\d-]+(?:\\\.[a-z\d-]+)*)\$$/;

/**
 * What is doubtful about an expression in an origin list: where anyone registers names, a name that
 * fits it is soon had (`app-git-x-evil-team` fits `app-git-[a-z0-9-]+-team`).
 */
export function expressionWarnings(entry: RegExp, path: string): readonly LintWarning[] {
  const { label = "", host = "" } = ENDING.exec(entry.source)?.groups ?? {};
  const shared = host.replaceAll("\\.", ".");
  const { publicSuffix, isPrivate } = parse(shared, { allowPrivateDomains: true });
  const isNamedWhole = /^[a-z\d-]+$/.test(label);
  if (publicSuffix !== shared || !isPrivate || isNamedWhole) return [];
  const message = `${entry} fits names that strangers can register under ${shared}. Name the hosts, look them up in a function, or use a domain of your own; keep credentials off.`;
  return [{ code: "shared-hosting", path, message }];
}
