import type { HostHeaders } from "../host-types.ts";
import type { CacheControl } from "./cache-control.ts";
import { parseCacheControl } from "./cache-control.ts";
import type { CacheRules } from "./rules.ts";

const heuristicShare = 0.1;

/** A response as far as its age goes. */
export interface Aging {
  readonly status: number;
  readonly headers: HostHeaders;
  /** When it came, in milliseconds. */
  readonly receivedAt: number;
}

/**
 * Whether a stored response may be used without asking.
 *
 * @param asked what the request says of the age it takes
 * @see https://www.rfc-editor.org/rfc/rfc9111#name-freshness
 */
export function isFresh(
  response: Aging,
  now: number,
  rules: CacheRules,
  asked: CacheControl,
): boolean {
  const directives = parseCacheControl(response.headers.get("cache-control"));
  if (directives.has("no-cache")) return false;
  const lifetime = lifetimeOf(response, rules);
  const maxAge = secondsOf(asked, "max-age") ?? Infinity;
  const minFresh = secondsOf(asked, "min-fresh") ?? 0;
  const maxStale = asked.get("max-stale") === "" ? Infinity : (secondsOf(asked, "max-stale") ?? 0);
  const age = ageOf(response, now);
  if (rules.requestDirectives === "one") {
    // nsHttpResponseHead::NoCache: what the request asks for cannot make it fresh.
    if (directives.size === 0 && hasNoCachePragma(response.headers)) return false;
    if (maxStale > 0) return Math.max(0, lifetime) + maxStale >= age;
    return maxAge < Infinity ? maxAge > age : lifetime - minFresh > age;
  }
  const stale = directives.has("must-revalidate") ? 0 : maxStale;
  return Math.min(lifetime, maxAge) - minFresh + stale > age;
}

function hasNoCachePragma(headers: HostHeaders): boolean {
  return /\bno-cache\b/i.test(headers.get("pragma") ?? "");
}

function secondsOf(directives: CacheControl, name: string): number | undefined {
  const [digits] = /^\d+/.exec(directives.get(name) ?? "") ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** @see https://www.rfc-editor.org/rfc/rfc9111#name-calculating-freshness-lifet */
function lifetimeOf({ status, headers, receivedAt }: Aging, rules: CacheRules): number {
  const directives = parseCacheControl(headers.get("cache-control"));
  const maxAge = secondsOf(directives, "max-age");
  if (maxAge !== undefined) return maxAge;
  if (hasNoCachePragma(headers)) return 0;
  const date = timeOf(headers.get("date")) ?? receivedAt;
  if (headers.has("expires")) return ((timeOf(headers.get("expires")) ?? 0) - date) / 1000;
  if (directives.has("must-revalidate")) return 0;
  if (rules.lastingStatuses.includes(status)) return Infinity;
  const modified = timeOf(headers.get("last-modified"));
  const isPublic = rules.publicIsGuessed && directives.has("public");
  const isGuessed = isPublic || rules.guessedStatuses.includes(status);
  return isGuessed && modified !== undefined && modified <= date
    ? ((date - modified) / 1000) * heuristicShare
    : 0;
}

/** @see https://www.rfc-editor.org/rfc/rfc9111#name-calculating-age */
function ageOf({ headers, receivedAt }: Aging, now: number): number {
  const date = timeOf(headers.get("date"));
  const apparent = date === undefined ? 0 : Math.max(0, (receivedAt - date) / 1000);
  const said = Number(/^\d+$/.exec(headers.get("age") ?? "")?.[0] ?? 0);
  return Math.max(apparent, said) + (now - receivedAt) / 1000;
}

function timeOf(value: string | null): number | undefined {
  const time = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
