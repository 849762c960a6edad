import { corsWarnings, fillTemplate, type WarningCode } from "@crossgate/browser";
import type { Note } from "./report.ts";

/** A warning of the shared table, with its placeholders filled in. */
export function noteOf(code: WarningCode, values: Readonly<Record<string, string>>): Note {
  const { explanation, fix } = corsWarnings[code];
  return { code, explanation: fillTemplate(explanation, values), fix: fillTemplate(fix, values) };
}
