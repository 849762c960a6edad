import { readFile } from "node:fs/promises";
import { type CorsOptions, createCors, type NormalizedCorsOptions } from "@crossgate/core";
import { describePolicy } from "./describe.ts";
import { expressionWarnings } from "./expression-warnings.ts";
import { isGate, lintGate } from "./gate.ts";
import { type Environment, isConfigError, loadPolicy } from "./load-policy.ts";
import { originWarnings } from "./origin-warnings.ts";
import { probeWarnings } from "./probes.ts";
import type { LintReport, LintWarning } from "./report.ts";

const day = 86_400;
/** Firefox's cap; Chromium keeps a preflight for two hours at most. */
const longMaxAge = 7200;

/**
 * Reads a policy in this thread: what it allows in plain words, why it would be refused, and what is
 * doubtful.
 *
 * @throws UsageError for a module that cannot be loaded or exports no policy
 */
export async function lintHere(path: string, env: Environment): Promise<LintReport> {
  try {
    const policy = await loadPolicy(path, env);
    const program = withVariables(await readFile(path, "utf8"), env);
    return isGate(policy)
      ? await lintGate(policy, program)
      : await lintOptions(policy, program, env);
  } catch (error) {
    if (!isConfigError(error)) throw error;
    const errors = error.issues.map(({ code, path, message }) => ({ code, path, message }));
    return { version: 1, verdict: "invalid", allows: [], errors, warnings: [] };
  }
}

/** A program with the values of the variables that it names: they are the names it compares with. */
function withVariables(program: string, env: Environment): string {
  const values = Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && new RegExp(`\\b${name.replace(/\W/g, "\\$&")}\\b`).test(program)
      ? value.split(/[\s,]+/)
      : [],
  );
  return `${program}\n${values.map((value) => JSON.stringify(value)).join("\n")}`;
}

async function lintOptions(
  policy: CorsOptions,
  program: string,
  env: Environment,
): Promise<LintReport> {
  const { options } = createCors(policy);
  const warnings = [
    ...listWarnings(options),
    ...optionWarnings(options),
    ...(await probeWarnings(options, program, env)),
  ].filter(isFirst);
  const verdict = warnings.length === 0 ? "clean" : "warnings";
  return { version: 1, verdict, allows: describePolicy(options), errors: [], warnings };
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

/** The written list and the answers may show the same. */
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
