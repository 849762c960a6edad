import { type ConfigIssueCode, CorsConfigError } from "../config-error.ts";
import { quote } from "../quote.ts";

/**
 * Reads the allowed origins out of what a configuration holds.
 *
 * - a text with origins between commas, spaces or newlines, as environment variables hold them
 * - a JSON text: `["https://myapp.com"]`
 * - a list of texts
 * - `"*"`, alone in a text or in a list
 *
 * @param value what the configuration holds; `undefined` is what an unset variable gives
 * @returns what `origin` takes; `createCors` checks the entries
 * @throws CorsConfigError when there is no origin in it: an unset variable never opens the gate
 * @example
 * ```ts
 * createCors({ origin: originsFrom(process.env.ALLOWED_ORIGINS) });
 * ```
 */
export function originsFrom(value: string | readonly string[] | undefined): "*" | string[] {
  if (value === undefined) refuse("missing", "origin: the variable is not set");
  const list: unknown = typeof value === "string" ? readText(value.trim()) : value;
  if (!Array.isArray(list)) refuse("invalid", `${quote(value)}, neither a text nor a list`);
  const origins: readonly unknown[] = Array.from(list);
  for (const [index, entry] of origins.entries()) {
    if (typeof entry !== "string") refuse("invalid", `${quote(entry)}, no text`, `[${index}]`);
    if (entry.trim() === "") refuse("missing", "origin: an empty text", `[${index}]`);
  }
  if (origins.length === 0) refuse("missing", `origin: there is none in ${quote(value)}`);
  return origins.length === 1 && origins[0] === "*" ? "*" : (origins as string[]);
}

/** The entries of a text. A text that begins as JSON does is JSON. */
function readText(text: string): unknown {
  if (!/^["[{]/.test(text)) return text.split(/[\s,]/).filter(Boolean);
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? readText(value.trim()) : value;
  } catch {
    return refuse("invalid", `${quote(text)}, which begins as JSON and is none`);
  }
}

function refuse(code: ConfigIssueCode, problem: string, at = ""): never {
  const message = `${code} ${problem}; write "https://app.example.com, https://*.example.com", or ["https://app.example.com"]`;
  throw new CorsConfigError([{ path: `origin${at}`, code, message }]);
}
