import { isMadeOf, LABEL } from "./characters.ts";

/** Scheme 64, `://` 3, host 253, `:` 1, port 5. No origin of a page that DNS can name is longer. */
export const MAX_ORIGIN_LENGTH = 326;

/**
 * Parses what browsers send as `Origin` and nothing else.
 *
 * ```abnf
 * serialized-origin = scheme "://" host [ ":" port ]
 * host  = label *( "." label ) [ "." ] / IPv4address / "[" IPv6address "]"
 * label = 1*63( %x61-7A / DIGIT / "-" / "_" )
 * ```
 *
 * The URL parser is the judge, because it made the origin: text that it would write differently (a
 * default port, `127.1`, upper case, user information, a path) was never an origin. It lets through
 * capitals under a scheme that it does not know, port 0, and labels that DNS can't name.
 *
 * Deviation: `_` and one trailing dot are accepted. The standard's `origin-or-null` has neither, but
 * browsers send both.
 *
 * @see https://fetch.spec.whatwg.org/#origin-header
 */
export function parseOrigin(text: string): URL | undefined {
  const url = text.length <= MAX_ORIGIN_LENGTH ? URL.parse(text) : null;
  return url &&
    text === `${url.protocol}//${url.host}`.toLowerCase() &&
    url.port !== "0" &&
    isHostname(url.hostname)
    ? url
    : undefined;
}

function isHostname(hostname: string): boolean {
  const labels = (hostname.endsWith(".") ? hostname.slice(0, -1) : hostname).split(".");
  return (
    hostname.startsWith("[") ||
    labels.every((label) => label.length <= 63 && isMadeOf(LABEL, label))
  );
}

/**
 * Plain HTTP beyond this machine: whoever sits on the network can serve a page there.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isInsecureOrigin(origin: string): boolean {
  const { hostname = "[::1]" } = (origin.startsWith("http:") && parseOrigin(origin)) || {};
  const isLoopback =
    hostname === "[::1]" ||
    `.${hostname}`.endsWith(".localhost") ||
    (hostname.startsWith("127.") && hostname.split(".").every((part) => String(+part) === part));
  return !isLoopback;
}
