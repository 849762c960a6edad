/** Longer than any header name that a log has for good. */
const longest = 100;
/** Loggers have few names; a log of made-up ones must not fill the memory. */
const mostKnown = 10_000;
const known = new Map<string, string>();

/**
 * One spelling for a name that every logger spells in its own way.
 *
 * Among them are `http_origin` of nginx, `_origin` of GELF,
 * `request_Origin` of Traefik, `http.request.header.origin` of OpenTelemetry, `cs(Origin)` of W3C
 * logs and `ClientRequestReferer` of Cloudflare.
 */
export function fieldName(written: string): string {
  if (written.length > longest) return "";
  const before = known.get(written);
  if (before !== undefined) return before;
  const name = read(written);
  if (known.size < mostKnown) known.set(written, name);
  return name;
}

function read(written: string): string {
  const dashed = written.toLowerCase().replaceAll("_", "-").replace(/^[$-]/, "");
  const last = dashed.slice(dashed.lastIndexOf(".") + 1).replace(/^cs\((.*)\)$/, "$1");
  const name = last.replace(/^(?:client|cs-|http-?|request-?|req-|header-)+/, "");
  return aliases.get(last) ?? aliases.get(name) ?? name;
}

const aliases: ReadonlyMap<string, string> = new Map([
  ["referrer", "referer"],
  // CloudFront has the distribution's own name beside the host that was asked.
  ["x-host-header", "asked-host"],
  ["header", "headers"],
]);
