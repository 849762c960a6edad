import type {
  CacheMode,
  CredentialsMode,
  HostBody,
  HostHeaders,
  HostRequest,
  HostRequestInit,
  HostResponse,
  HostSignal,
  RedirectMode,
  ReferrerPolicyName,
} from "../host-types.ts";
import type { HostUrlLike } from "../host-types.ts";
import type { AddressSpace } from "../local-network/address-space.ts";
import type { PageRequestMode } from "./page-request.ts";

/**
 * What a script may pass to `page.fetch`: the members of `RequestInit` that matter to CORS, and one
 * more. The `RequestInit` of the platform fits as well.
 */
export interface PageRequestInit {
  readonly method?: string | undefined;
  readonly headers?:
    | HostHeaders
    | Iterable<readonly [string, string]>
    | Readonly<Record<string, string>>
    | undefined;
  readonly body?: HostBody | null | undefined;
  readonly mode?: PageRequestMode | undefined;
  readonly credentials?: CredentialsMode | undefined;
  readonly cache?: CacheMode | undefined;
  readonly redirect?: RedirectMode | undefined;
  readonly referrer?: string | undefined;
  readonly referrerPolicy?: ReferrerPolicyName | undefined;
  readonly integrity?: string | undefined;
  readonly keepalive?: boolean | undefined;
  /** Where the page says the server is; Chromium refuses one that is elsewhere. */
  readonly targetAddressSpace?: AddressSpace | undefined;
  readonly signal?: HostSignal | null | undefined;
  /** Required by the standard with a streaming body. */
  readonly duplex?: "half" | undefined;
  /** Checked, and no more: it decides when the browser sends the request. */
  readonly priority?: string | undefined;
  /** `null` alone is possible. */
  readonly window?: unknown;
  /**
   * Send it as an `XMLHttpRequest` with a listener on `xhr.upload` does: the browser then asks
   * first, however simple the request is. `false` sends it as one without.
   *
   * @default undefined: as `fetch` does
   */
  readonly uploadListener?: boolean | undefined;
}

/** `fetch` as a page has it. It can stand wherever the platform's own is wanted. */
export type PageFetch = (
  input: string | HostUrlLike | HostRequest,
  init?: PageRequestInit | HostRequestInit,
) => Promise<HostResponse>;
