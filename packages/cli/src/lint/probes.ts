import { type CorsOptions, createCors, type OriginFunction } from "@crossgate/core";
import type { LintWarning } from "./report.ts";

/** Origins that no policy means: a function or expression that allows one is too wide. */
const strangers = [
  "https://crossgate-lint.example",
  "https://crossgate-lint.invalid",
  "http://crossgate-lint.example",
  "https://localhost.crossgate-lint.example",
  "null",
] as const;

/** Asks a function, or expressions, about strangers. A failure is no warning: it denies. */
export async function probeWarnings(options: CorsOptions): Promise<readonly LintWarning[]> {
  const list = Array.isArray(options.origin) ? options.origin : [options.origin];
  const isProbed = list.some((entry) => typeof entry === "function" || entry instanceof RegExp);
  if (!isProbed) return [];
  const { origin } = options;
  // Nobody made a request: the policy's own hook stays silent, and core reports no failure.
  const cors = createCors({
    ...options,
    origin: typeof origin === "function" ? orDenied(origin) : origin,
    onVerdict: undefined,
  } as CorsOptions);
  const answers = await Promise.all(
    strangers.map(async (origin) => ((await allows(() => cors.allows(origin))) ? [origin] : [])),
  );
  const allowed = answers.flat();
  if (allowed.length === 0) return [];
  const message = `${allowed.join(" and ")}, which nobody has heard of, would be allowed. Compare with a list.`;
  return [{ code: "allows-probe", path: "origin", message }];
}

function orDenied(ask: OriginFunction): OriginFunction {
  return async (...question) => {
    try {
      return await ask(...question);
    } catch {
      return false;
    }
  };
}

async function allows(ask: () => boolean | Promise<boolean>): Promise<boolean> {
  const patience = new Promise<boolean>((resolve) => {
    setTimeout(resolve, 2000, false).unref();
  });
  return Promise.race([ask(), patience]);
}
