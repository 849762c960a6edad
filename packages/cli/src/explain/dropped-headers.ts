import type { Exchange } from "@crossgate/browser";

/**
 * Headers that browsers keep to themselves: a script that sets them is not told, they just do not
 * arrive.
 *
 * @param headers what the script sets
 * @param exchange the first one, whose request shows what is left of them
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function droppedHeaders(
  headers: readonly (readonly [string, string])[],
  { state }: Exchange,
): readonly string[] {
  const kept = new Set(state.firstHeaders.map(([name]) => name.toLowerCase()));
  return headers.map(([name]) => name.toLowerCase()).filter((name) => !kept.has(name));
}
