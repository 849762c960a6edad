import { ALLOW_ORIGIN, VARY } from "../fetch/cors-header.ts";
import { mergeVary } from "../fetch/vary.ts";

/** Header fields to write; one with an empty value stands for none. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/**
 * Writes CORS headers where there are none.
 *
 * @param allowOrigin the one header that differs by request; `null` for none
 * @param vary what the response itself says; it stays
 */
export function writeLines(
  headers: Headers,
  lines: HeaderLines,
  allowOrigin: string | null,
  vary?: string,
): void {
  if (allowOrigin !== null) headers.append(ALLOW_ORIGIN, allowOrigin);
  for (const [name, value] of lines) {
    if (!value) continue;
    if (vary !== undefined && name === VARY) headers.set(name, mergeVary(vary, value));
    else headers.append(name, value);
  }
}
