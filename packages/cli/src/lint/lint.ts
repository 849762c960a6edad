import { readFile } from "node:fs/promises";
import { createCors, type NormalizedCorsOptions } from "@crossgate/core";
import { describePolicy } from "./describe.ts";
import { expressionWarnings } from "./expression-warnings.ts";
import { isConfigError, loadPolicy } from "./load-policy.ts";
import { originWarnings } from "./origin-warnings.ts";
import { probeWarnings } from "./probes.ts";
import type { LintReport, LintWarning } from "./report.ts";

const day = 86_400;
/** Firefox's cap; Chromium keeps a preflight for two hours at most. */
const longMaxAge = 7200;

/**
 * Reads a policy: what it allows in plain words, why it would be refused, and what is doubtful.
 *
 * @param path a module whose default export is options or a `Cors`; it is run
 * @throws UsageError for a module that cannot be loaded or exports no policy
 */
export async function lint(path: string): Promise<LintReport> {
  try {
    const { options } = createCors(await loadPolicy(path));
    const warnings = [
      ...listWarnings(options),
      ...optionWarnings(options),
      ...(await probeWarnings(options, await readFile(path, "utf8"))),
    ].filter(isFirst);
    const verdict = warnings.length === 0 ? "clean" : "warnings";
    return { version: 1, verdict, allows: describePolicy(options), errors: [], warnings };
  } catch (error) {
    if (!isConfigError(error)) throw error;
    const errors = error.issues.map(({ code, path, message }) => ({ code, path, message }));
    return { version: 1, verdict: "invalid", allows: [], errors, warnings: [] };
  }
}

function listWarnings({ origin }: NormalizedCorsOptions): readonly LintWarning[] {
  if (typeof origin === "string") return originWarnings(origin, "origin");
  if (!Array.isArray(origin)) return [];
  return origin.flatMap((entry: unknown, index) => {
    const path = `origin[${index}]`;
    if (entry instanceof RegExp) return expressionWarnings(entry, path);
    return typeof entry === "string" ? originWarnings(entry, path) : [];
  });
}

/** What is written and what was asked may show the same. */
function isFirst({ code, path }: LintWarning, index: number, all: readonly LintWarning[]): boolean {
  return index === all.findIndex((other) => other.code === code && other.path === path);
}

function optionWarnings(options: NormalizedCorsOptions): readonly LintWarning[] {
  const { maxAge, allowHeaders, credentials } = options;
  const warnings: LintWarning[] = [];
  if (maxAge > longMaxAge) {
    const days = maxAge >= day ? "a day" : `${Math.round(maxAge / 3600)} hours`;
    const message = `Firefox will hold on to a permission for ${days} after you take it back.`;
    warnings.push({ code: "max-age-long", path: "maxAge", message });
  }
  if (maxAge === 0) {
    const message = "Every request that needs permission is preceded by a preflight.";
    warnings.push({ code: "max-age-zero", path: "maxAge", message });
  }
  if (allowHeaders === "*" && credentials) {
    const message =
      "With credentials '*' is no wildcard for browsers: the gate repeats whatever headers are asked for. Name them.";
    warnings.push({ code: "wildcard-headers-with-credentials", path: "allowHeaders", message });
  }
  return warnings;
}
