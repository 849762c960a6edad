import type { HostHeaders } from "../host-types.ts";
import { parseCacheControl } from "./cache-control.ts";

/** Statuses whose lifetime may be guessed from `Last-Modified`. */
const guessable = [200, 203, 206];
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
 * @param lasting statuses that are fresh for ever unless the server says otherwise
 * @see https://www.rfc-editor.org/rfc/rfc9111#name-freshness
 */
export function isFresh(response: Aging, now: number, lasting: readonly number[]): boolean {
  const directives = parseCacheControl(response.headers.get("cache-control"));
  if (directives.has("no-cache")) return false;
  return lifetimeOf(response, lasting) > ageOf(response, now);
}

/** @see https://www.rfc-editor.org/rfc/rfc9111#name-calculating-freshness-lifet */
function lifetimeOf({ status, headers, receivedAt }: Aging, lasting: readonly number[]): number {
  const directives = parseCacheControl(headers.get("cache-control"));
  const [maxAge] = /^\d+/.exec(directives.get("max-age") ?? "") ?? [];
  if (maxAge !== undefined) return Number(maxAge);
  if (/\bno-cache\b/i.test(headers.get("pragma") ?? "")) return 0;
  const date = timeOf(headers.get("date")) ?? receivedAt;
  if (headers.has("expires")) return ((timeOf(headers.get("expires")) ?? 0) - date) / 1000;
  if (directives.has("must-revalidate")) return 0;
  if (lasting.includes(status)) return Infinity;
  const modified = timeOf(headers.get("last-modified"));
  const isGuessed = guessable.includes(status) && modified !== undefined && modified <= date;
  return isGuessed ? ((date - modified) / 1000) * heuristicShare : 0;
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
