import type { GivenHeader } from "../given/given.ts";

/** A header line off the wire, before lines of one name are joined. */
export type HeaderLine = readonly [name: string, value: string];

/** A response off the wire. */
export interface Received {
  readonly status: number;
  readonly statusText: string;
  readonly lines: readonly HeaderLine[];
  readonly body: Uint8Array;
}

/** A request as it goes over the wire. */
export interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: readonly GivenHeader[];
  readonly body: Uint8Array | undefined;
}
