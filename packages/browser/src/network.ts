import type { HostRequest, HostResponse } from "./host-types.ts";

/** Receives every request the browser would put on the wire. A rejection is a network error. */
export type Network = (request: HostRequest) => HostResponse | Promise<HostResponse>;
