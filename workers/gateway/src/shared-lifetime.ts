/**
 * Fields that speak to shared caches alone. The first one there is counts, and `Cache-Control` where
 * there is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9213
 */
export const TARGETED: readonly string[] = ["cloudflare-cdn-cache-control", "cdn-cache-control"];

/**
 * The seconds for which a response may be kept and given to everyone; 0 where the upstream does not
 * say so. Stricter than RFC 9111 and RFC 9213. The response must be marked in words. A field that
 * is malformed forbids, and of several lifetimes the shortest counts.
 */
export function sharedLifetimeOf(headers: Headers): number {
  const targeted = TARGETED.map((name) => headers.get(name)).find(Boolean);
  const control = targeted ?? headers.get("cache-control") ?? "";
  // Words anywhere, even if a malformed field hides them from a parser.
  if (/private|no-store|no-cache|no-transform/iu.test(control)) return 0;
  const isForAll =
    targeted !== undefined || /(?:^|,)\s*(?:public\s*(?:,|$)|s-maxage=)/iu.test(control);
  return isForAll ? lifetimeOf(control) : 0;
}

/** `s-maxage` speaks to shared caches, and before `max-age`. */
function lifetimeOf(control: string): number {
  const shared = secondsIn(control, /(?:^|,)\s*s-maxage="?(\d+)/giu);
  const all = shared.length > 0 ? shared : secondsIn(control, /(?:^|,)\s*max-age="?(\d+)/giu);
  return all.length > 0 ? Math.min(...all) : 0;
}

function secondsIn(control: string, directive: RegExp): readonly number[] {
  return Array.from(control.matchAll(directive), ([, seconds]) => Number(seconds));
}
