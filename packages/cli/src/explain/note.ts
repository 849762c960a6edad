import { corsWarnings, type WarningCode } from "@crossgate/browser";
import type { Note } from "./report.ts";

/** A warning of the shared table, with its placeholders filled in. */
export function noteOf(code: WarningCode, values: Readonly<Record<string, string>>): Note {
  const { explanation, fix } = corsWarnings[code];
  const fill = (text: string): string =>
    text.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { code, explanation: fill(explanation), fix: fill(fix) };
}
