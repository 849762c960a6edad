import { LARGEST_BODY } from "./answer-cache.ts";
import type { Settings } from "./settings.ts";
import { sharedLifetimeOf } from "./shared-lifetime.ts";

/** What changes a GET into something else, in the eyes of some frameworks. */
const METHOD_OVERRIDES = ["x-http-method", "x-http-method-override", "x-method-override"];

/** What makes an answer one visitor's own. */
const CREDENTIALS = ["authorization", "cookie"];

/** Content codings that workerd undoes when a body is read; none is one too. */
const CODINGS = ["", "identity", "gzip", "br"];

/**
 * What `Vary` may name, because the Cache API does not look at it: what is undone before storing, and
 * what every request that may be cached is without.
 */
const HARMLESS = ["accept-encoding", ...CREDENTIALS];

/**
 * Whether the answer to a request may come from the cache, or go there. Asked about the request as
 * the upstream gets it: a cookie that is not passed on changes nothing.
 */
export function isCacheableRequest(request: Request): boolean {
  const { headers } = request;
  if (request.method !== "GET") return false;
  if (
    [...CREDENTIALS, ...METHOD_OVERRIDES, "if-range", "upgrade"].some((name) => headers.has(name))
  ) {
    return false;
  }
  return !/\bno-store\b/iu.test(headers.get("cache-control") ?? "");
}

/** Whether the visitor wants an answer of now: a reload. */
export function wantsFresh({ headers }: Request): boolean {
  const asked = headers.get("cache-control") ?? headers.get("pragma") ?? "";
  return /\bno-cache\b|\bmax-age=0\b/iu.test(asked);
}

/**
 * Whether the upstream marked its answer as everybody's, for some time. What came out of another cache
 * is not stored.
 *
 * @param response as the upstream sent it, `Set-Cookie` and all
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-3
 */
export function isStorable(
  { status, headers }: Response,
  { passOrigin }: Pick<Settings, "passOrigin">,
): boolean {
  if (status !== 200 || headers.has("set-cookie") || Number(headers.get("age") ?? 0) !== 0) {
    return false;
  }
  if (sharedLifetimeOf(headers) === 0) return false;
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
