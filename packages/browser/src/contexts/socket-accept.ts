import { getHeader } from "../fetch/header-list.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import type { HostResponse } from "../host-types.ts";

const guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/**
 * Whether a server has switched protocols, and has understood the handshake.
 *
 * Deviation: a response without `Sec-WebSocket-Accept` passes. The hosts that a test calls without a
 * socket leave that header to their network layer.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 */
export async function acceptsHandshake(
  { status, headers }: HostResponse,
  handshake: HeaderList,
): Promise<boolean> {
  const accept = headers.get("sec-websocket-accept");
  if (status !== 101 || accept === null) return status === 101;
  const key = new TextEncoder().encode(`${getHeader(handshake, "sec-websocket-key") ?? ""}${guid}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-1", key));
  return accept === btoa(String.fromCharCode(...digest));
}
