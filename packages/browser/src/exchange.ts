import type { CacheUse } from "./http-cache/cache-turn.ts";
import type { Failure } from "./failure.ts";
import type { HostRequest, HostResponse } from "./host-types.ts";
import type { Profile } from "./profile.ts";
import type { PageRequest } from "./request/page-request.ts";

/** What the browser concluded from one exchange. */
export type Conclusion =
  | { readonly kind: "pending" }
  /** The preflight was granted, or the page may read the response. */
  | { readonly kind: "allowed"; readonly timingAllowed: boolean }
  /** The page gets a response it cannot look into. */
  | { readonly kind: "opaque"; readonly timingAllowed: boolean }
  | { readonly kind: "redirected"; readonly location: string }
  | { readonly kind: "blocked"; readonly failure: Failure };

/** One request on the wire, its response, and what the browser concluded. */
export interface Exchange {
  readonly kind: "preflight" | "actual";
  /** As it went out, `Origin` included. Its body may have been read by the network. */
  readonly request: HostRequest;
  /** The unfiltered response; undefined while pending and after a network error. */
  readonly response: HostResponse | undefined;
  /** Whether cookies and other credentials would have travelled along. */
  readonly credentials: boolean;
  readonly conclusion: Conclusion;
  /** What the HTTP cache had to do with it; undefined for a browser without one. */
  readonly cache?: CacheUse | undefined;
  /** The request in the standard's terms, at the time of this exchange. */
  readonly state: PageRequest;
  readonly profile: Profile;
  /** All exchanges of the page up to now, for a diagnosis that compares. */
  readonly history: readonly Exchange[];
}
