import type { HeaderList } from "../fetch/header-list.ts";
import { getHeader } from "../fetch/header-list.ts";
import type { CacheMode } from "../host-types.ts";
import type { Profile } from "../profile.ts";
import { profiles } from "../profile.ts";
import { cacheMode } from "../request/cache-mode.ts";
import { networkHeaders } from "../request/network-headers.ts";
import type { PageRequest } from "../request/page-request.ts";
import { keyOf } from "./key.ts";
import type { ResponseStore } from "./response-store.ts";
import type { CacheRules } from "./rules.ts";
import { cacheRules } from "./rules.ts";
import type { StoredResponse } from "./stored-response.ts";
import { fitsVary } from "./stored-response.ts";

/** What the cache has to say of a request. */
export interface Found {
  readonly request: PageRequest;
  readonly rules: CacheRules;
  readonly mode: CacheMode;
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
  const mode = cacheMode(request, profiles[profile]);
  const headers = networkHeaders(request, profiles[profile]);
  const isPassedBy = mode === "no-store" || getHeader(request.headers, "range") !== undefined;
  const key = isPassedBy ? undefined : keyOf(request, rules);
  const isFirst = request.initiator === "image" && key !== undefined && !store.hasImage(key);
  const isRead = readsCache(request, mode) && !(isFirst && rules.firstImageAsksNetwork);
  const all = isRead && key !== undefined ? store.of(key) : [];
  const match = all.find((one) => fitsVary(one, headers));
  const nearest = match ?? all[0];
  return { request, rules, mode, key, headers, match, nearest };
}

function readsCache({ method }: PageRequest, mode: CacheMode): boolean {
  return mode !== "reload" && (method === "GET" || method === "HEAD");
}
