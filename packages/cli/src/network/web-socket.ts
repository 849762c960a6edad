import { randomBytes } from "node:crypto";
import { type IncomingMessage, request as httpRequest } from "node:http";
import type { Socket } from "node:net";
import type { Connection, GivenHeader } from "../given/given.ts";
import { headersOnTheWire, canonicalName, type Sender } from "./ambient-headers.ts";
import { readBody } from "./body.ts";
import { connect } from "./connect.ts";
import type { Limits } from "./limits.ts";
import { WireError } from "./wire-error.ts";
import type { HeaderLine, Received } from "./message.ts";

/**
 * Opens a WebSocket as a page does, and closes it. CORS has no part in it: the server alone looks at
 * `Origin`, and refuses by a status.
 *
 * @see https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
export async function shakeHands(
  url: URL,
  origin: string,
  {
    connection,
    limits,
    sender,
  }: { readonly connection: Connection; readonly limits: Limits; readonly sender: Sender },
): Promise<Received> {
  const http = new URL(url);
  http.protocol = url.protocol === "wss:" ? "https:" : "http:";
  const { socket } = await connect(http, connection, ["http/1.1"]);
  const timer = setTimeout(() => {
    socket.destroy(new WireError("timeout", `no response in ${limits.timeout} ms`));
  }, limits.timeout);
  try {
    const message = await responseTo(http, headersOf(http, origin, sender), socket);
    const lines = linesOf(message);
    const isOpen = message.statusCode === 101;
    return {
      status: message.statusCode ?? 0,
      statusText: message.statusMessage ?? "",
      lines,
      body: isOpen ? new Uint8Array() : await readBody(message, limits, lines),
    };
  } catch (error) {
    throw WireError.from(error);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** The response to a handshake, or the upgrade. */
function responseTo(
  url: URL,
  headers: readonly GivenHeader[],
  socket: Socket,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      createConnection: () => socket,
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      headers: [
        "Host",
        url.host,
        ...headers.flatMap(([name, value]) => [canonicalName(name), value]),
      ],
    });
    outgoing.on("response", resolve);
    outgoing.on("upgrade", (message) => resolve(message));
    outgoing.on("error", reject);
    outgoing.end();
  });
}

/** Chromium sends no Sec-Fetch headers on a handshake. */
function headersOf(url: URL, origin: string, sender: Sender): readonly GivenHeader[] {
  const ambient = headersOnTheWire(new Request(url, { headers: { origin } }), sender);
  const own = ambient.filter(([name]) => /^(?:user-agent|accept-|cookie|origin)/.test(name));
  return [
    ["connection", "Upgrade"],
    ["pragma", "no-cache"],
    ["cache-control", "no-cache"],
    ["upgrade", "websocket"],
    ["sec-websocket-version", "13"],
    ["sec-websocket-key", randomBytes(16).toString("base64")],
    ...own,
  ];
}

function linesOf({ rawHeaders }: IncomingMessage): readonly HeaderLine[] {
  return rawHeaders.flatMap((name, index): readonly HeaderLine[] =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""]] : [],
  );
}
