import type { UpstreamUrl } from "./upstream-url.ts";

/**
 * A redirect as the visitor must follow it. It leads to the gateway if it stays at the upstream.
 * The page then needs no permission from a second server, and keeps its `Origin`.
 *
 * @param location the upstream's `Location`, perhaps relative to `answered`
 * @param answered the URL that the upstream was asked
 * @param requested the URL that the visitor asked
 */
export function locationForVisitor(
  location: string,
  upstream: UpstreamUrl,
  answered: URL,
  requested: URL,
): string {
  const target = URL.parse(location, answered);
  if (!target || !isSameServer(target, upstream)) return location;
  const { prefix } = upstream;
  const isCovered = target.pathname === prefix || target.pathname.startsWith(`${prefix}/`);
  // Outside of what the gateway shows; a relative one would now be about the gateway.
  if (!isCovered) return target.href;
  const path = target.pathname.slice(prefix.length) || "/";
  return requested.origin + path + target.search + target.hash;
}

/** Servers behind a TLS proxy say `http` of themselves, so schemes with their own ports are one. */
function isSameServer(target: URL, upstream: UpstreamUrl): boolean {
  return /^https?:$/u.test(target.protocol) && target.host === upstream.host;
}
