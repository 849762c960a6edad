import type { HeaderList } from "../fetch/header-list.ts";
import { getHeader } from "../fetch/header-list.ts";
import type { CacheMode } from "../host-types.ts";
import type { Profile } from "../profile.ts";
import { profiles } from "../profile.ts";
import { cacheMode } from "../request/cache-mode.ts";
import { networkHeaders } from "../request/network-headers.ts";
import type { PageRequest } from "../request/page-request.ts";
import type { CacheControl } from "./cache-control.ts";
import { parseCacheControl } from "./cache-control.ts";
import { keyOf } from "./key.ts";
import type { ResponseStore } from "./response-store.ts";
import type { CacheRules } from "./rules.ts";
import { cacheRules } from "./rules.ts";
import type { StoredResponse } from "./stored-response.ts";
import type { Switches } from "../switches.ts";
import { fitsVary } from "./stored-response.ts";

/** What the cache has to say of a request. */
export interface Found {
  readonly request: PageRequest;
  readonly rules: CacheRules;
  readonly mode: CacheMode;
  /** What the request's own `Cache-Control` says, where it counts. */
  readonly directives: CacheControl;
  /** Undefined where the request passes the cache by. */
  readonly key: string | undefined;
  /** The request's headers, by which `Vary` chooses. */
  readonly headers: HeaderList;
  /** What may answer the request. */
  readonly match: StoredResponse | undefined;
  /** What the server can be asked about: the same, or the one that `Vary` rules out. */
  readonly nearest: StoredResponse | undefined;
}

/** Looks a request up. */
export function lookUp(store: ResponseStore, request: PageRequest, profile: Profile): Found {
  const rules = cacheRules[profile];
  const directives = parseCacheControl(getHeader(request.headers, "cache-control") ?? null);
  const mode = modeOf(request, profiles[profile], rules, directives);
  const headers = networkHeaders(request, profiles[profile]);
  const isPassedBy = mode === "no-store" || getHeader(request.headers, "range") !== undefined;
  const key = isPassedBy ? undefined : keyOf(request, rules);
  const isFirst = request.initiator === "image" && key !== undefined && !store.hasImage(key);
  const isRead = readsCache(request, mode) && !(isFirst && rules.firstImageAsksNetwork);
  const all = isRead && key !== undefined ? store.of(key) : [];
  const match = all.find((one) => fitsVary(one, headers));
  const nearest = match ?? all[0];
  const heeded = rules.requestDirectives === "few" ? none : directives;
  return { request, rules, mode, key, directives: heeded, headers, match, nearest };
}

const none: CacheControl = new Map();

/** The cache mode, to which the page's own headers add where it is the default. */
function modeOf(
  request: PageRequest,
  switches: Switches,
  { requestDirectives }: CacheRules,
  directives: CacheControl,
): CacheMode {
  const mode = cacheMode(request, switches);
  if (requestDirectives === "few") {
    const isPragma = getHeader(request.headers, "pragma")?.toLowerCase() === "no-cache";
    const isForced = directives.has("no-cache") || isPragma;
    if (isForced && mode !== "no-store" && mode !== "only-if-cached") return "reload";
    return mode === "default" && directives.get("max-age") === "0" ? "no-cache" : mode;
  }
  if (directives.has("no-store")) return "no-store";
  if (mode !== "default") return mode;
  return directives.has("no-cache") ? "no-cache" : mode;
}

function readsCache({ method }: PageRequest, mode: CacheMode): boolean {
  return mode !== "reload" && (method === "GET" || method === "HEAD");
}
