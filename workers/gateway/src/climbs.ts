/** More rounds than any server decodes in. */
const DECODINGS = 3;

/** What may follow two dots at a segment's beginning without anyone taking the rest for another one. */
const CLIMB = /(?:^|[/\\])\.\.(?![\w.~-])/u;

/**
 * An encoded ASCII character. It is in one byte, as IIS writes it (`%u002f`), or in more bytes than
 * it has, which lenient decoders of UTF-8 take (`%c0%af`).
 */
const ENCODED = /%(?:u00)?([0-7][\da-f])|%(?:c|e0%8|f0%80%8)([01])%([89ab][\da-f])/giu;

/**
 * Whether a path has a `..` that URLs leave alone and servers may follow. It stands behind an
 * encoded slash or backslash, is encoded twice, or stands before a part that a server cuts off. At
 * the upstream it could climb out of the path that the settings give. A spelling that no server is
 * known to decode counts too.
 */
export function climbs(pathname: string): boolean {
  // Most paths: nothing is encoded, and a URL parser has followed what is not.
  if (!pathname.includes("%") && !pathname.includes("..")) return false;
  let path = pathname;
  for (let times = 0; times <= DECODINGS; times++) {
    const decoded = decodeAscii(path);
    // Not before the end: `..%61` is only a name.
    if (decoded === path) return CLIMB.test(path);
    path = decoded;
  }
  return true;
}

/** Without the characters that URL parsers drop wherever they are. */
function decodeAscii(path: string): string {
  const decoded = path.replaceAll(
    ENCODED,
    (_, byte: string | undefined, high: string, low: string) =>
      String.fromCodePoint(
        byte === undefined
          ? Number(high) * 0x40 + (Number.parseInt(low, 16) % 0x40)
          : Number.parseInt(byte, 16),
      ),
  );
  return decoded.replaceAll(/[\t\n\r]/gu, "");
}
