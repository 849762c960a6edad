import type { Initiator } from "../request/page-request.ts";
import type { Failure } from "../failure.ts";

/** What a browser's console line is made of. */
export interface BlockedRequest {
  readonly failure: Failure;
  /** The URL the page asked for. */
  readonly firstUrl: string;
  /** The URL redirects have led to. */
  readonly lastUrl: string;
  readonly pageOrigin: string;
  /** The origin the server was told. */
  readonly requestOrigin: string;
  readonly method: string;
  readonly initiator: Initiator;
  /** Whether Blink has left the refusal of the scheme to its network. */
  readonly schemeLeft: boolean;
  readonly status: number | undefined;
}
