import type { Policy } from "./policy.ts";

/** In these a request says that it means another method than it has, and many a framework obeys. */
const OVERRIDES: ReadonlySet<string> = new Set([
  "x-http-method",
  "x-http-method-override",
  "x-method-override",
]);

/** Those that any page may send without asking. */
const SAFELISTED = ["GET", "HEAD", "POST"];
const FORBIDDEN = ["CONNECT", "TRACE", "TRACK"];

/**
 * The method that a page means in place of the one it sends, if the policy has it not. A browser
 * asked the gate about the sent one alone.
 */
export function smuggledMethod({ headers }: Request, { options }: Policy): string | undefined {
  if (!headers.has("origin")) return undefined;
  for (const [name, value] of headers) {
    if (!OVERRIDES.has(name.replaceAll("_", "-"))) continue;
    const method = value.trim().toUpperCase();
    if (FORBIDDEN.includes(method)) return method;
    const { allowMethods } = options;
    const isAllowed = allowMethods === "*" || allowMethods.includes(method);
    if (!isAllowed && !SAFELISTED.includes(method)) return method;
  }
  return undefined;
}
