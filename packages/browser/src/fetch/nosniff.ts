import type { HostHeaders } from "../host-types.ts";

/**
 * Whether a server forbids a browser to guess the type: the first value of the header counts alone.
 *
 * @see https://fetch.spec.whatwg.org/#determine-nosniff
 */
export function isNosniff(headers: HostHeaders): boolean {
  const [first = ""] = (headers.get("x-content-type-options") ?? "").split(",");
  // Engines strip the form feed as HTML does, and leave the vertical tab.
  return /^[\t\n\f\r ]*nosniff[\t\n\f\r ]*$/i.test(first);
}
