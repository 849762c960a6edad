import type { Fields } from "./fields.ts";
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

/** Whether a field names a method in place of the one that is sent. */
export function isOverride(name: string): boolean {
  return name.includes("method") && OVERRIDES.has(name.replaceAll("_", "-"));
}

/**
 * Whether a page means another method than it sends, which the policy has not. A browser asked the
 * gate about the sent one alone.
 */
export function isSmuggling(
  { headers }: Pick<Request, "headers">,
  { meant }: Pick<Fields, "meant">,
  { options }: Policy,
): boolean {
  if (meant.length === 0 || !headers.has("origin")) return false;
  const { allowMethods } = options;
  return meant.some((method) => {
    if (FORBIDDEN.includes(method)) return true;
    return allowMethods !== "*" && ![...allowMethods, ...SAFELISTED].includes(method);
  });
}
