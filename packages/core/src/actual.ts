import { ALLOW_CREDENTIALS, EXPOSE_HEADERS, VARY, type HeaderLines } from "./headers.ts";
import type { NormalizedCorsOptions } from "./options.ts";

/** What a response carries whose page gets nothing, but which another page would get. */
export const DENIED: HeaderLines = [[VARY, "Origin"]];

/** Compiles what a response carries beside an allowed origin, unless it answers a preflight. */
export function compileActual(
  options: Pick<NormalizedCorsOptions, "credentials" | "exposeHeaders">,
  vary: string,
): HeaderLines {
  return [
    [ALLOW_CREDENTIALS, options.credentials ? "true" : ""],
    [EXPOSE_HEADERS, String(options.exposeHeaders)],
    [VARY, vary],
  ];
}
