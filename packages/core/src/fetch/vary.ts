import { parseList } from "./list.ts";

/**
 * The response's own `Vary` with our field names added.
 *
 * ```abnf
 * Vary = #( "*" / field-name )
 * ```
 *
 * Every member the application wrote stays, in its spelling and order; a second spelling of a
 * member already present is dropped; `*` says more than any list and stays alone.
 *
 * @param existing the `Vary` of the response (never of the request), or `null`
 * @param names our field names, already joined, such as `"Origin"`
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-vary
 */
export function mergeVary(existing: string | null, names: string): string {
  if (!existing) return names;
  const members = new Map<string, string>();
  for (const member of parseList(`${existing},${names}`)) {
    const key = member.toLowerCase();
    if (!members.has(key)) members.set(key, member);
  }
  return members.has("*") ? "*" : [...members.values()].join(", ");
}
