import type { HostStream } from "../host-types.ts";

/** A request body. One with a source can be sent again after a redirect, a stream cannot. */
export interface RequestBody {
  readonly source: ArrayBuffer | null;
  readonly stream: HostStream | null;
  readonly kind: "text" | "form" | "other";
  /** The Content-Type the body brings along where the page set none. */
  readonly type: string | null;
}
