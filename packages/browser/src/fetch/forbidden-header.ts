import { isForbiddenMethod } from "./method.ts";

/** Written again here, because the model shares no code with the gate that it checks. */
const forbidden = new Set([
  "accept-charset",
  "accept-encoding",
  "access-control-request-headers",
  "access-control-request-method",
  "connection",
  "content-length",
  "cookie",
  "cookie2",
  "date",
  "dnt",
  "expect",
  "host",
  "keep-alive",
  "origin",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
]);
const methodOverrides = new Set(["x-http-method", "x-http-method-override", "x-method-override"]);

/**
 * Whether the browser drops this header without a word when a script sets it.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (forbidden.has(lower) || lower.startsWith("proxy-") || lower.startsWith("sec-")) return true;
  if (!methodOverrides.has(lower)) return false;
  return value.split(",").some((method) => isForbiddenMethod(method.trim()));
}

/** @see https://fetch.spec.whatwg.org/#forbidden-response-header-name */
export function isForbiddenResponseHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === "set-cookie" || lower === "set-cookie2";
}
