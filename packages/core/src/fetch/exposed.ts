import { parseNames } from "./list.ts";

/**
 * The names of two `Access-Control-Expose-Headers` as one list: in lower case, each once.
 *
 * ```abnf
 * Access-Control-Expose-Headers = #field-name
 * ```
 *
 * `*` says more than any list and stays alone. With credentials it is a literal name, which no one
 * means, so it is dropped like everything else that is no name.
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-expose-headers
 */
export function mergeExposed(policy: string, handler: string, credentials?: boolean): string {
  const names = parseNames(`${policy},${handler}`);
  if (credentials) names.delete("*");
  return names.has("*") ? "*" : [...names].join(",");
}
