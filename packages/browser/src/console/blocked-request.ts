import type { Initiator } from "../request/page-request.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import type { Failure } from "../failure.ts";

/** What a browser's console line is made of. */
export interface BlockedRequest {
  readonly failure: Failure;
  /** The URL the page asked for. */
  readonly firstUrl: string;
  /** The URL redirects have led to. */
  readonly lastUrl: string;
  /** The URL of the page; empty for one without. */
  readonly pageUrl: string;
  readonly pageOrigin: string;
  /** The origin the server was told. */
  readonly requestOrigin: string;
  readonly method: string;
  /** The headers that the page has set. */
  readonly headers: HeaderList;
  readonly initiator: Initiator;
  /** Whether Blink has left the refusal of the scheme to its network. */
  readonly schemeLeft: boolean;
  readonly status: number | undefined;
}
