import type {
  CacheMode,
  CredentialsMode,
  HostSignal,
  HostUrl,
  RedirectMode,
  ReferrerPolicyName,
} from "../host-types.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import type { AddressSpace } from "../local-network/address-space.ts";
import type { RequestTraits } from "./traits.ts";
import type { PageClient } from "./page-client.ts";
import type { RequestBody } from "./body.ts";

/** Who on the page makes a request. */
export type Initiator =
  | "fetch"
  | "xhr"
  | "image"
  | "font"
  | "script"
  | "style"
  | "audio"
  | "video"
  | "track"
  | "eventsource"
  | "beacon"
  | "websocket";

/** The modes a script can ask for. */
export type PageRequestMode = "same-origin" | "no-cors" | "cors";

/**
 * A request of the standard, as far as CORS is concerned. Redirects make a new one.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request
 */
export interface PageRequest {
  /** Its own number; redirects keep it. */
  readonly id: number;
  readonly method: string;
  /** The method the page asked with. */
  readonly firstMethod: string;
  /** Every URL so far, the current one last. */
  readonly urls: readonly [HostUrl, ...HostUrl[]];
  readonly headers: HeaderList;
  /** The headers of the request before any redirect. */
  readonly firstHeaders: HeaderList;
  /** Those by which a browser decides whether it asks, where it does so by the first ones. */
  readonly judgedHeaders: HeaderList;
  /** Whether `Content-Type` came with the body, and not from the page. */
  readonly hasBodyType: boolean;
  /** Lower-case names of headers that the last redirect drops, set or not. */
  readonly dropped: readonly string[];
  readonly body: RequestBody | null;
  readonly mode: PageRequestMode;
  readonly credentials: CredentialsMode;
  readonly redirect: RedirectMode;
  /** What `Referer` says, or will be made from; undefined for no referrer. */
  readonly referrer: string | undefined;
  /** Whether the page gives the request a referrer, which its policy may hide. */
  readonly hasReferrer: boolean;
  /** What `Referer` said, or would have said, at the first URL. */
  readonly firstReferrer: string | undefined;
  /** Never empty: the page's policy, or the default, where the script chose none. */
  readonly referrerPolicy: ReferrerPolicyName;
  readonly cache: CacheMode;
  /** Subresource integrity metadata; empty for none. */
  readonly integrity: string;
  readonly keepalive: boolean;
  /** Where the page says the server is. */
  readonly targetAddressSpace: AddressSpace | undefined;
  /** What the response is for; empty for `fetch` and its like. */
  readonly destination: string;
  readonly client: PageClient;
  /** The page's origin, serialised. */
  readonly pageOrigin: string;
  /** The use-CORS-preflight flag: an upload listener, or a streaming body. */
  readonly forcePreflight: boolean;
  /** The `Origin` header of the hop before this one; undefined where it had none. */
  readonly sentOrigin: string | undefined;
  /** Whether a hop before this one was preflighted. */
  readonly wasPreflighted: boolean;
  readonly tainting: "basic" | "cors" | "opaque";
  readonly timingAllowFailed: boolean;
  readonly initiator: Initiator;
  readonly traits: RequestTraits;
  readonly signal: HostSignal | null;
}

/** The URL a request is at now. */
export function currentUrl(request: PageRequest): HostUrl {
  return request.urls.at(-1) ?? request.urls[0];
}
