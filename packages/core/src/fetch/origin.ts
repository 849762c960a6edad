/** Scheme 64, `://` 3, host 253, `:` 1, port 5. No origin of a page that DNS can name is longer. */
export const MAX_ORIGIN_LENGTH = 326;

/**
 * Whether a text is what browsers send as `Origin`.
 *
 * ```abnf
 * serialized-origin = scheme "://" host [ ":" port ]
 * host  = label *( "." label ) [ "." ] / IPv4address / "[" IPv6address "]"
 * label = 1*63( %x61-7A / DIGIT / "-" / "_" )
 * ```
 *
 * The URL parser decides, because it made the origin. Text that it would write differently
 * (`127.1`, a scheme in capitals) was never an origin. It takes a microsecond or two, so it is not
 * asked about ordinary names under `https:` and `http:`.
 *
 * Deviation: `_` and one trailing dot are accepted, and so is Electron's `app://.`. The
 * standard's `origin-or-null` has none of them, but browsers send them.
 *
 * @see https://fetch.spec.whatwg.org/#origin-header
 */
export function isOrigin(text: string): boolean {
  if (text.length > MAX_ORIGIN_LENGTH) return false;
  if (text.startsWith("https://")) return isHostAndPort(text, 8, 443);
  if (text.startsWith("http://")) return isHostAndPort(text, 7, 80);
  return text === "app://." || isHostAndPort(text, text.indexOf("//") + 2);
}

/** @param defaultPort of a scheme under which names are read here, in one pass */
function isHostAndPort(text: string, start: number, defaultPort?: number): boolean {
  if (text[start] === "[") {
    return isPort(text.slice(text.indexOf("]") + 1), defaultPort) && isWrittenByParser(text);
  }
  let lastLabel = start;
  let label = start;
  let index = start;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x2e) {
      if (!isLabelLength(index - label)) return false;
      label = index + 1;
    } else {
      if (!isLetter(code) && !isDigit(code) && code !== 0x2d && code !== 0x5f) break;
      lastLabel = label;
    }
  }
  const isDotLast = label === index && index > start;
  if (!isDotLast && !isLabelLength(index - label)) return false;
  if (!isPort(text.slice(index), defaultPort)) return false;
  // The parser takes a host for an address by its last label, which may have a dot behind it.
  const isOrdinary =
    defaultPort !== undefined && !isDigit(text.charCodeAt(lastLabel)) && !text.includes("xn--");
  return isOrdinary || isWrittenByParser(text);
}

/**
 * Whether a part of a text is one label of letters and digits that begins with a letter. Such a label
 * may stand in front of every well-formed name. A name in Hebrew or Arabic takes no label that begins
 * with a digit.
 */
export function isPlainLabel(text: string, start: number, end: number): boolean {
  if (isDigit(text.charCodeAt(start))) return false;
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (!isDigit(code) && !isLetter(code)) return false;
  }
  return isLabelLength(end - start);
}

function isLabelLength(length: number): boolean {
  return length > 0 && length <= 63;
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a text is empty, or a colon and a port, as the parser writes it; 0 is no page's. */
function isPort(text: string, defaultPort: number | undefined): boolean {
  if (text === "") return true;
  const port = Number(text.slice(1));
  const isWhole = Number.isInteger(port) && port > 0 && port <= 65535;
  return isWhole && port !== defaultPort && text === `:${port}`;
}

function isWrittenByParser(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && text === `${url.protocol}//${url.host}`;
}

/** What stands before the port of a well-formed origin; of other texts, some part. */
export function withoutPort(origin: string): string {
  const colon = origin.lastIndexOf(":");
  // The last colon may be that of the scheme, or within an address.
  return origin[colon + 1] === "/" || origin.endsWith("]") ? origin : origin.slice(0, colon);
}

/**
 * An origin that says no more than that its own page has none: a sandboxed frame, or a file.
 * Browsers send `null` for both, some web views `file://` for the latter.
 *
 * @see https://html.spec.whatwg.org/#concept-origin-opaque
 */
export function isOpaqueOrigin(origin: string): boolean {
  return origin === "null" || origin === "file://";
}

/**
 * Plain HTTP beyond this machine: anyone on the network can serve a page there.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isInsecureOrigin(origin: string): boolean {
  return origin.startsWith("http:") && isOrigin(origin) && !isLoopback(new URL(origin).hostname);
}

/**
 * Whether a hostname, as the parser writes it under `http:`, is this machine: `localhost` or a name
 * below it, 127.0.0.0/8, `[::1]`. `127.evil.com` and `localhost.evil.com` belong to strangers.
 */
export function isLoopback(hostname: string): boolean {
  // The parser refuses an address with a label in front of it.
  const isAddress = URL.parse(`http://a.${hostname}`) === null;
  return (
    hostname === "[::1]" ||
    `.${hostname}`.endsWith(".localhost") ||
    (isAddress && hostname.startsWith("127."))
  );
}
