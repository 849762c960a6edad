import { UsageError } from "../usage-error.ts";

const advice =
  'lint reads the policy alone. Put it into its own module, and give the same object to the app: export default { origin: ["https://myapp.com"] };';

/**
 * Tells an app from a policy: both are objects, and an app's members would look like wrong options.
 *
 * @throws UsageError with the way to export the policy
 */
export function assertNoApp(value: unknown, path: string): void {
  const what = nameOf(value);
  if (what !== undefined) throw new UsageError(`${path} exports ${what}. ${advice}`);
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "function") {
    return "use" in value ? "an app" : "a class, which is a Worker's entry point";
  }
  if (typeof value !== "object" || value === null || "origin" in value) return undefined;
  const members = value as Readonly<Record<string, unknown>>;
  if (typeof members["check"] === "function") return undefined;
  const has = (name: string): boolean => typeof members[name] === "function";
  if (has("fetch")) return has("use") || has("get") ? "an app" : "an app, { fetch }";
  if (has("GET") || has("POST") || has("PUT") || has("DELETE") || has("PATCH"))
    return "route handlers";
  if (has("use") && has("listen")) return "an app";
  return has("listen") || has("close") ? "a server" : undefined;
}
