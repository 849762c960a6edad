import { UsageError } from "../usage-error.ts";

/** How to export a policy that lint reads. */
export const advice =
  'lint reads the policy alone. Put it into its own module, and give the same object to the app: export default { origin: ["https://myapp.com"] };';

/** Our options, and those of peers, of which core says what they are called here. */
const option =
  /origin|^(?:allow|exposed?|max_?age|credentials|methods?$|preflight|refuse_?denied|onVerdict$|onError$|options_?success)/i;

/**
 * Tells an app, or another program's configuration, from a policy. All are objects, and the members
 * of the others would look like wrong options.
 *
 * @throws UsageError with the way to export the policy
 */
export function assertNoApp(value: unknown, path: string): void {
  const what = nameOf(value) ?? strangeObject(value);
  if (what !== undefined) throw new UsageError(`${path} exports ${what}. ${advice}`);
}

/** An object none of whose members is an option, such as what configures Next, Vercel or a bucket. */
function strangeObject(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if ("check" in value) return undefined;
  const names = Object.keys(value);
  if (names.length === 0 || names.some((name) => option.test(name))) return undefined;
  const shown = names.slice(0, 4).join(", ");
  return `an object with ${shown}${names.length > 4 ? " and others" : ""}, and none is an option of createCors`;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "function") {
    return "use" in value ? "an app" : "a class, which is a Worker's entry point";
  }
  if (typeof value !== "object" || value === null || "origin" in value) return undefined;
  if (value instanceof Response) return "a response";
  const members = value as Readonly<Record<string, unknown>>;
  if (typeof members["check"] === "function") return undefined;
  const has = (name: string): boolean => typeof members[name] === "function";
  if (has("fetch")) return has("use") || has("get") ? "an app" : "an app, { fetch }";
  if (has("GET") || has("POST") || has("PUT") || has("DELETE") || has("PATCH"))
    return "route handlers";
  if (has("use") && has("listen")) return "an app";
  return has("listen") || has("close") ? "a server" : undefined;
}
