import { type CookieFate, cookiesKept } from "@crossgate/browser/cookies";
import { getDomain } from "tldts";
import { type Answer, type Evidence, lastSeen } from "./evidence.ts";

const allowOrigin = "access-control-allow-origin";

/**
 * Whether a cache may keep the response that an `<img>` or a crawler got, which lets no page read
 * it.
 */
export function cacheWithoutOrigin({ asked, probes, seen }: Evidence): boolean {
  const without = probes.withoutOrigin;
  const answer = seen.at(-1)?.answer;
  const isRead = asked.method === "GET" && (answer?.headers.has(allowOrigin) ?? false);
  if (!isRead || !without || without.status !== answer?.status) return false;
  return !without.headers.has(allowOrigin) && !variesByOrigin(without) && mayBeCached(without);
}

/** Whether the response has permission in another encoding only. */
export function encodingWithoutCors({ asked, probes }: Evidence): boolean {
  const other = probes.otherEncoding;
  const allowed = other?.headers.get(allowOrigin);
  return allowed === "*" || allowed === asked.origin;
}

/**
 * The Cross-Origin-Resource-Policy that keeps a response from a page that asked without CORS.
 *
 * @see https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header
 */
export function refusingPolicy(evidence: Evidence): string | undefined {
  const { asked } = evidence;
  const last = lastSeen(evidence);
  const policy = last?.answer?.headers.get("cross-origin-resource-policy")?.trim();
  if (!last?.answer || last.exchange.conclusion.kind !== "opaque") return undefined;
  const isNear = isSameSite(asked.origin, last.answer.url);
  const refuses = policy === "same-origin" || (policy === "same-site" && !isNear);
  return refuses ? policy : undefined;
}

/** Reasons for which a cookie is lost that its server cannot have meant. */
const lost = new Set<string>([
  "domain-mismatch",
  "malformed",
  "none-without-secure",
  "partitioned-without-secure",
  "prefix",
  "public-suffix",
  "same-site",
  "secure-over-http",
  "third-party",
]);

/**
 * The first cookie that the response sets and that the browser does not keep, or never sends back.
 */
export function cookieNotKept(evidence: Evidence): CookieFate | undefined {
  const last = lastSeen(evidence);
  if (evidence.asked.credentials !== "include" || !last?.answer) return undefined;
  return cookiesKept(last.exchange).find(({ reason }) => reason !== undefined && lost.has(reason));
}

/** The same scheme and registrable domain; a host without one is its own site. */
function isSameSite(origin: string, url: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [page, target] = [new URL(origin), new URL(url)];
  if (page.protocol !== target.protocol) return false;
  if (page.hostname === target.hostname) return true;
  const [one, other] = [getDomain(page.hostname), getDomain(target.hostname)];
  return one !== null && one === other;
}

export function variesByOrigin({ headers }: Answer): boolean {
  return /(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(headers.get("vary") ?? "");
}

/** Whether a browser may use the response again without asking. */
function mayBeCached({ headers, status }: Answer): boolean {
  const control = headers.get("cache-control") ?? "";
  if (status !== 200 || /no-store|no-cache|max-age=0\b/i.test(control)) return false;
  if (/max-age=|immutable/i.test(control)) return true;
  const expires = Date.parse(headers.get("expires") ?? "");
  if (!Number.isNaN(expires)) return expires > Date.now();
  // Without a word about age, browsers take a tenth of the time since the last change.
  return headers.has("last-modified");
}
