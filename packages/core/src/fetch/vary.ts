import { parseList } from "./list.ts";

/**
 * The response's own `Vary` with our field names added.
 *
 * ```abnf
 * Vary = #( "*" / field-name )
 * ```
 *
 * Every member that the application wrote stays, in its spelling and order. A second spelling of
 * the same member is dropped. `*` says more than any list and stays alone.
 *
 * @param existing the `Vary` of the response (never of the request)
 * @param names our field names, such as `"Origin"`
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-vary
 */
export function mergeVary(existing: string, names: string): string {
  const seen = new Set<string>();
  // A set grows only by what is new.
  const members = parseList(`${existing},${names}`).filter(
    (member) => seen.size < seen.add(member.toLowerCase()).size,
  );
  return seen.has("*") ? "*" : members.join(", ");
}
