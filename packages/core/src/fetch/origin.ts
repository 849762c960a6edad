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
 * Deviation: `_` and one trailing dot are accepted, and so is Electron's `app://.`. The
 * standard's `origin-or-null` has none of them, but browsers send them.
 *
 * @see https://fetch.spec.whatwg.org/#origin-header
 */
export function parseOrigin(text: string): URL | undefined {
  const url = text.length <= MAX_ORIGIN_LENGTH ? URL.parse(text) : null;
  return url &&
    text === `${url.protocol}//${url.host}`.toLowerCase() &&
    url.port !== "0" &&
    (isHostname(url.hostname) || text === "app://.")
    ? url
    : undefined;
}

/**
 * An origin that says no more than that a page has none of its own: a sandboxed frame, or a file.
 * Browsers send `null` for both, some web views `file://` for the latter.
 *
 * @see https://html.spec.whatwg.org/#concept-origin-opaque
 */
export function isOpaqueOrigin(origin: string): boolean {
  return origin === "null" || origin === "file://";
}

function isHostname(hostname: string): boolean {
  const labels = (hostname.endsWith(".") ? hostname.slice(0, -1) : hostname).split(".");
  return (
    hostname.startsWith("[") ||
    labels.every((label) => label.length <= 63 && isMadeOf(LABEL, label))
  );
}

/**
 * Plain HTTP beyond this machine: anyone on the network can serve a page there.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isInsecureOrigin(origin: string): boolean {
  const url = origin.startsWith("http:") ? parseOrigin(origin) : undefined;
  return url !== undefined && !isLoopback(url.hostname);
}

/**
 * Whether a hostname, as the parser writes it under `http:`, is this machine: `localhost` or a name
 * below it, 127.0.0.0/8, `[::1]`. `127.evil.com` and `localhost.evil.com` belong to strangers.
 */
export function isLoopback(hostname: string): boolean {
  // Of digits and dots alone the parser makes addresses, and nothing else.
  const isAddress = Array.from(hostname).every((character) => ".0123456789".includes(character));
  return (
    hostname === "[::1]" ||
    `.${hostname}`.endsWith(".localhost") ||
    (isAddress && hostname.startsWith("127."))
  );
}
