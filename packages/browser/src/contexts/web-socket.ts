import { hasBadPort } from "../fetch/bad-port.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import type { Exchange } from "../exchange.ts";
import { contextRules } from "./engines.ts";
import type { PageContext } from "./page-context.ts";
import { requestFor } from "./request-for.ts";

/** What came of a handshake. */
export interface WebSocketResult {
  /** Whether the server switched protocols. CORS headers play no part in it. */
  readonly opened: boolean;
  /** The subprotocol the server chose; empty for none. */
  readonly protocol: string;
  /** The handshake, with the `Origin` by which a server can tell pages apart. */
  readonly exchange: Exchange;
}

/**
 * Shakes hands for a WebSocket.
 *
 * @throws TypeError for a URL that no WebSocket can have
 * @see https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
export async function webSocket(
  url: string,
  protocols: readonly string[],
  page: PageContext,
): Promise<WebSocketResult> {
  const target = new URL(url, page.client.url);
  if (target.protocol === "ws:") target.protocol = "http:";
  if (target.protocol === "wss:") target.protocol = "https:";
  if (!/^https?:$/.test(target.protocol) || hasBadPort(target)) {
    throw new TypeError(`'${url}' is no URL of a WebSocket.`);
  }
  const request = await requestFor(
    target.href,
    {
      init: { mode: "no-cors", credentials: "include", cache: "no-store", referrer: "" },
      initiator: "websocket",
      destination: "websocket",
      headers: handshake(protocols),
    },
    page,
  );
  const rules = contextRules[page.profile];
  const traits = {
    ...request.traits,
    namesOrigin: true,
    accepts: rules.socketsAccept,
    metadata: rules.socketMetadata,
  };
  const asked = { ...request, traits, referrer: undefined, tainting: "opaque" as const };
  const { exchange, response } = await page.transport.send(asked, "actual");
  const chosen = response.headers.get("sec-websocket-protocol") ?? "";
  const opened = response.status === 101 && (chosen === "" || protocols.includes(chosen));
  const kind = opened ? "allowed" : "opaque";
  page.transport.conclude(exchange, { kind, timingAllowed: false });
  return { opened, protocol: opened ? chosen : "", exchange };
}

function handshake(protocols: readonly string[]): HeaderList {
  const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  return [
    ["connection", "Upgrade"],
    ["upgrade", "websocket"],
    ["sec-websocket-version", "13"],
    ["sec-websocket-key", key],
    ...(protocols.length === 0 ? [] : [["sec-websocket-protocol", protocols.join(", ")] as const]),
  ];
}
