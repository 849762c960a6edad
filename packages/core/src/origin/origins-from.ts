import { CorsConfigError } from "../config-error.ts";
import type { OriginPattern } from "../options.ts";

/**
 * The allowed origins in one text, as environment variables hold them.
 *
 * @param text origins separated by commas, spaces or newlines
 * @returns the list for `origin`; `createCors` judges its entries
 * @throws CorsConfigError when there is no origin in it: an unset variable never opens the gate
 * @example
 * ```ts
 * createCors({ origin: originsFrom(process.env.ALLOWED_ORIGINS) });
 * ```
 */
export function originsFrom(text: string | undefined): OriginPattern[] {
  const origins = typeof text === "string" ? text.split(/[\s,]+/).filter(Boolean) : [];
  if (origins.length === 0) {
    const message = `missing origin (an unset environment variable?); write origins, such as "https://app.example.com, https://*.example.com"`;
    throw new CorsConfigError([{ path: "origin", code: "missing", message }]);
  }
  return origins as OriginPattern[];
}
