import { CorsBlockedError } from "../cors-blocked-error.ts";
import { failureOf } from "../failure.ts";
import { hasBadPort } from "../fetch/bad-port.ts";
import type { HeaderList } from "../fetch/header-list.ts";
import type { Exchange } from "../exchange.ts";
import type { HostResponse } from "../host-types.ts";
import type { PageRequest } from "../request/page-request.ts";
import { currentUrl } from "../request/page-request.ts";
import { contextRules } from "./engines.ts";
import type { PageContext } from "./page-context.ts";
import { requestFor } from "./request-for.ts";
import { acceptsHandshake } from "./socket-accept.ts";
import { agreedProtocol, assertProtocols } from "./socket-protocol.ts";

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
 * @returns the outcome, even of a connection that failed
 * @throws DOMException named `SyntaxError` for a URL or a subprotocol that no WebSocket can have
 * @see https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
export async function webSocket(
  url: string,
  protocols: readonly string[],
  page: PageContext,
): Promise<WebSocketResult> {
  const target = targetOf(url, page.client.url);
  assertProtocols(protocols);
  const headers = handshake(protocols);
  const asked = await handshakeRequest(target, headers, page);
  if (hasBadPort(target)) return { opened: false, protocol: "", exchange: refused(asked, page) };
  const sent = await sentOrFailed(asked, page);
  if (!sent.response) return { opened: false, protocol: "", exchange: sent.exchange };
  const chosen = sent.response.headers.get("sec-websocket-protocol");
  const agreed = agreedProtocol(chosen, protocols, contextRules[page.profile]);
  const opened = agreed !== undefined && (await acceptsHandshake(sent.response, headers));
  const kind = opened ? "allowed" : "opaque";
  page.transport.conclude(sent.exchange, { kind, timingAllowed: false });
  return { opened, protocol: opened ? agreed : "", exchange: sent.exchange };
}

/** The URL of the handshake, without the user name and password that no handshake shows. */
function targetOf(url: string, base: string | undefined): URL {
  const target = URL.canParse(url, base) ? new URL(url, base) : undefined;
  const scheme = target && schemes[target.protocol];
  if (!target || scheme === undefined || target.href.includes("#"))
    throw new DOMException(`'${url}' is no URL of a WebSocket.`, "SyntaxError");
  target.protocol = scheme;
  target.username = "";
  target.password = "";
  return target;
}

const schemes: Readonly<Record<string, string>> = {
  "ws:": "http:",
  "wss:": "https:",
  "http:": "http:",
  "https:": "https:",
};

async function handshakeRequest(
  target: URL,
  headers: HeaderList,
  page: PageContext,
): Promise<PageRequest> {
  const request = await requestFor(
    target.href,
    {
      init: { mode: "no-cors", credentials: "include", cache: "no-store", referrer: "" },
      initiator: "websocket",
      destination: "websocket",
      headers,
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
  return { ...request, traits, referrer: undefined, tainting: "opaque" };
}

/** The exchange of a port that no browser speaks to. */
function refused(asked: PageRequest, { transport }: PageContext): Exchange {
  const failure = failureOf("actual", "bad-port", currentUrl(asked).port);
  return transport.conclude(transport.unsent(asked), { kind: "blocked", failure });
}

async function sentOrFailed(
  asked: PageRequest,
  { transport }: PageContext,
): Promise<{ readonly exchange: Exchange; readonly response: HostResponse | undefined }> {
  try {
    return await transport.send(asked, "actual");
  } catch (error) {
    if (error instanceof CorsBlockedError) return { exchange: error.exchange, response: undefined };
    throw error;
  }
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
