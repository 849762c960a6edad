import { LARGEST_BODY } from "./answer-cache.ts";
import type { Fields } from "./fields.ts";
import type { Settings } from "./settings.ts";
import { sharedLifetimeOf } from "./shared-lifetime.ts";

/** What browsers send of their own accord with a GET, and the gateway with it. */
const KNOWN: ReadonlySet<string> = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "cdn-loop",
  "dnt",
  "if-modified-since",
  "if-none-match",
  "origin",
  "pragma",
  "priority",
  "range",
  "referer",
  "save-data",
  "upgrade-insecure-requests",
  "user-agent",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
]);

/** Written by browsers, which let no page do it. */
const KNOWN_FAMILY = "sec-";

/** `Accept-Encoding` is no part of the key, so that it may say nothing else. */
const ACCEPTED_CODINGS =
  /^(?:(?:^|,\s*)(?:br|compress|deflate|gzip|identity|zstd|\*)(?:\s*;\s*q=[01](?:\.\d{1,3})?)?\s*)*$/iu;

/** Content codings that workerd undoes when a body is read; none is one too. */
const CODINGS = ["", "identity", "gzip", "br"];

/**
 * The fields that `Vary` may name, because the Cache API does not look at it. The gateway undoes
 * them before storing, or a request that may be cached has none of them.
 */
const HARMLESS = ["accept-encoding", "authorization", "cookie"];

/** Whether a field is one that browsers send by themselves, with a GET that no page has changed. */
export function isUsual(name: string): boolean {
  return KNOWN.has(name) || name.startsWith(KNOWN_FAMILY);
}

/** Whether a field differs between pages that want the same: an upstream may echo it. */
export function namesVisitor(name: string): boolean {
  return name === "referer" || name.startsWith("sec-fetch-");
}

/**
 * Whether the response to a request may come from the cache, or go there. A cookie that is not
 * passed on changes nothing. A field that is not usual may be a credential, another method in
 * disguise, or the only one of its kind.
 */
export function isCacheable(
  { method, headers }: Pick<Request, "headers" | "method">,
  { areUsual }: Pick<Fields, "areUsual">,
): boolean {
  if (method !== "GET" || !areUsual) return false;
  if (!ACCEPTED_CODINGS.test(headers.get("accept-encoding") ?? "")) return false;
  return !/\bno-store\b/iu.test(headers.get("cache-control") ?? "");
}

/** Whether the visitor wants a response of now: a reload. */
export function wantsFresh({ headers }: Pick<Request, "headers">): boolean {
  const asked = headers.get("cache-control") ?? headers.get("pragma") ?? "";
  return /\bno-cache\b|\bmax-age=0\b/iu.test(asked);
}

/**
 * Whether the upstream marked its response as everyone's, for some time. What came out of another
 * cache is not stored.
 *
 * @param response as the upstream sent it, `Set-Cookie` and all
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-3
 */
export function isStorable(
  { status, headers }: Response,
  { passOrigin }: Pick<Settings, "passOrigin">,
): boolean {
  // First what most responses fail at.
  if (status !== 200 || sharedLifetimeOf(headers) === 0) return false;
  if (headers.has("set-cookie") || Number(headers.get("age") ?? 0) !== 0) return false;
  // It is stored decoded.
  if (!CODINGS.includes(headers.get("content-encoding")?.toLowerCase() ?? "")) return false;
  if (Number(headers.get("content-length") ?? 0) > LARGEST_BODY) return false;
  const harmless = passOrigin ? HARMLESS : [...HARMLESS, "origin"];
  return fieldsOf(headers.get("vary") ?? "").every((name) => harmless.includes(name));
}

function fieldsOf(vary: string): readonly string[] {
  const names = vary.split(",").map((name) => name.trim().toLowerCase());
  return names.filter(Boolean);
}
