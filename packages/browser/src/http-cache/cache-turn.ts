import type { HeaderList } from "../fetch/header-list.ts";
import type { HostResponse } from "../host-types.ts";
import type { Profile } from "../profile.ts";
import type { PageRequest } from "../request/page-request.ts";
import type { Filler, StoredResponse } from "./stored-response.ts";

/** What the HTTP cache had to do with an exchange. */
export interface CacheUse {
  /**
   * Empty where the network answered. `local`: the cache did, and the request was never sent.
   * `validated`: the server said with 304 that what is stored still holds.
   */
  readonly state: "" | "local" | "validated";
  /** Whose request filled the cache. */
  readonly filler: Filler | undefined;
}

/** One request before the cache. */
export interface CacheTurn extends CacheUse {
  /** Lines that ask the server whether what is stored still holds. */
  readonly conditions: HeaderList;
  /** The response, stored or sent for. */
  respond(send: () => HostResponse | Promise<HostResponse>): Promise<HostResponse>;
  /** The browser has blocked the response, and reads it no further. */
  cut(): void;
}

/** The HTTP cache of a browser: `createHttpCache` of `@crossgate/browser/http-cache` makes one. */
export interface HttpCache {
  /** What is stored, stale or not. */
  readonly entries: readonly StoredResponse[];
  /** Forgets everything. */
  clear(): void;
  /** Whether something stored may answer the request. The browser asks. */
  holds(request: PageRequest, profile: Profile): boolean;
  /** Takes a request before it goes to the network. The browser asks. */
  turn(request: PageRequest, profile: Profile, now: number): CacheTurn;
}
