/**
 * The parts of a serialised origin.
 *
 * ```abnf
 * serialized-origin = scheme "://" host [ ":" port ]
 * host  = label *( "." label ) [ "." ] / IPv4address / "[" IPv6address "]"
 * label = 1*63( %x61-7A / DIGIT / "-" / "_" )
 * ```
 *
 * Deviation: `_` and one trailing dot are accepted. The standard's `origin-or-null` has neither,
 * but browsers send both, because URL parsing keeps them.
 *
 * @see https://fetch.spec.whatwg.org/#origin-header
 */
export interface SerializedOrigin {
  readonly scheme: string;
  readonly host: string;
  /** Decimal digits, or `""` for the scheme's default. */
  readonly port: string;
}

/** Scheme 64, `://` 3, host 253, `:` 1, port 5. No origin of a page that DNS can name is longer. */
export const MAX_ORIGIN_LENGTH = 326;
const MAX_HOST_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;

/** @see https://url.spec.whatwg.org/#special-scheme */
const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ["ftp", "21"],
  ["http", "80"],
  ["https", "443"],
  ["ws", "80"],
  ["wss", "443"],
]);

/** Linear in the length of `text`, which is bounded; parses what browsers send and nothing else. */
export function parseOrigin(text: string): SerializedOrigin | undefined {
  if (text.length > MAX_ORIGIN_LENGTH) return undefined;
  const schemeEnd = text.indexOf("://");
  if (!isScheme(text, schemeEnd)) return undefined;
  const scheme = text.slice(0, schemeEnd);
  const hostStart = schemeEnd + 3;
  const hostEnd = findHostEnd(text, hostStart);
  if (hostEnd <= hostStart || hostEnd - hostStart > MAX_HOST_LENGTH) return undefined;
  const host = text.slice(hostStart, hostEnd);
  if (!isCanonicalHost(scheme, host)) return undefined;
  if (hostEnd === text.length) return { scheme, host, port: "" };
  const port = text.slice(hostEnd + 1);
  return text[hostEnd] === ":" && isPort(port) && port !== DEFAULT_PORTS.get(scheme)
    ? { scheme, host, port }
    : undefined;
}

/** Whether the scheme is one of the few whose URLs every parser normalises. */
export function isSpecialScheme(scheme: string): boolean {
  return DEFAULT_PORTS.has(scheme);
}

/**
 * A host that never leaves the machine: `localhost`, any name under it, 127.0.0.0/8, `[::1]`.
 *
 * @see https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isLoopbackHost(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "[::1]" ||
    (host.startsWith("127.") && endsInNumber(host))
  );
}

/** Plain HTTP beyond this machine: whoever sits on the network can serve a page there. */
export function isInsecureOrigin(origin: string): boolean {
  return origin.startsWith("http:") && !isLoopbackHost(parseOrigin(origin)?.host ?? "");
}

function isScheme(text: string, end: number): boolean {
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    if (isLowerAlpha(code)) continue;
    // "+", "-" and "." are 0x2B, 0x2D and 0x2E; like digits they may not come first.
    if (index === 0 || !(isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e)) {
      return false;
    }
  }
  return end > 0;
}

/** The index behind the host, or -1 where there is no well-formed one. */
function findHostEnd(text: string, start: number): number {
  if (text[start] === "[") return text.indexOf("]", start) + 1;
  let labelStart = start;
  let index = start;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isLowerAlpha(code) || isDigit(code) || code === 0x2d || code === 0x5f) continue;
    if (code === 0x3a) break;
    if (code !== 0x2e || !isLabelLength(index - labelStart)) return -1;
    labelStart = index + 1;
  }
  // The last label may be empty (a trailing dot), but then one must stand before it.
  const last = index - labelStart;
  return isLabelLength(last) || (last === 0 && labelStart > start) ? index : -1;
}

function isLabelLength(length: number): boolean {
  return length > 0 && length <= MAX_LABEL_LENGTH;
}

/**
 * IP addresses have many spellings and one serialisation; the URL parser knows which. Hosts that
 * cannot be an address never reach it.
 */
function isCanonicalHost(scheme: string, host: string): boolean {
  const mayBeAddress = host[0] === "[" || (isSpecialScheme(scheme) && endsInNumber(host));
  return !mayBeAddress || hostOf(`http://${host}`) === host;
}

/** @returns the host as URLs serialise it, or `undefined` when `url` does not parse. */
function hostOf(url: string): string | undefined {
  try {
    return new URL(url).host;
  } catch {
    return undefined;
  }
}

/** Wider than the standard's checker, which is fine: what it lets through, the URL parser judges. */
function endsInNumber(host: string): boolean {
  const end = host.endsWith(".") ? host.length - 1 : host.length;
  return isDigit(host.charCodeAt(host.lastIndexOf(".", end - 1) + 1));
}

/** 1 to 65535 in decimal digits, no leading zero. */
function isPort(text: string): boolean {
  const port = Number(text);
  return port > 0 && port <= 65535 && String(port) === text;
}

function isLowerAlpha(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
