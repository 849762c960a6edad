import { expressionWarnings } from "./expression-warnings.ts";
import { originWarnings } from "./origin-warnings.ts";
import { slowness } from "./probes.ts";
import type { LintWarning } from "./report.ts";
import { expressionsOf } from "./written-names.ts";

/** An origin, or a pattern of origins, in quotes. */
const WRITTEN = /["'`]([a-z][\w+.-]*:\/\/[\w.*:[\]-]+)["'`]/g;

/**
 * What is doubtful about the origins and expressions that a module writes out: a gate of several
 * policies does not show its lists.
 */
export async function writtenWarnings(program: string): Promise<readonly LintWarning[]> {
  const origins = [...new Set([...program.matchAll(WRITTEN)].map(([, origin = ""]) => origin))];
  const expressions = expressionsOf(program);
  const slow = await slowness(expressions);
  return [
    ...origins.flatMap((origin) => originWarnings(origin, "origin")),
    ...expressions.flatMap((expression) => expressionWarnings(expression, "origin")),
    ...slow.map(({ code, message }) => ({ code, path: "origin", message })),
  ];
}
