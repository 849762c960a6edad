import { type CorsOptions, createCors } from "@crossgate/core";
import type { LintWarning } from "./report.ts";

/** Origins that no policy means: a function or expression that allows one is too wide. */
const strangers = [
  "https://crossgate-lint.example",
  "https://crossgate-lint.invalid",
  "http://crossgate-lint.example",
  "https://localhost.crossgate-lint.example",
  "null",
] as const;

/** Asks a function or RegExp about strangers. What fails is not a warning: it denies. */
export async function probeWarnings(options: CorsOptions): Promise<readonly LintWarning[]> {
  if (typeof options.origin !== "function") return [];
  const warnings: LintWarning[] = [];
  // The policy's own hooks stay silent: nobody made a request.
  const cors = createCors({ ...options, onVerdict: undefined });
  for (const origin of strangers) {
    if (!(await allows(() => cors.allows(origin)))) continue;
    const message = `The function allows ${origin}, which nobody has heard of. It should compare with a list.`;
    warnings.push({ code: "allows-probe", path: "origin", message });
  }
  return warnings;
}

async function allows(ask: () => boolean | Promise<boolean>): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => {
    setTimeout(resolve, 2000, false).unref();
  });
  return Promise.race([ask(), patience]);
}
