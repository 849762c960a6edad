import type { Connection } from "../given/given.ts";
import { headersOnTheWire, type Sender } from "./ambient-headers.ts";
import { connect, type Connected } from "./connect.ts";
import { decoded } from "./decode.ts";
import { exchangeHttp1 } from "./http1.ts";
import { exchangeHttp2 } from "./http2.ts";
import type { Limits } from "./limits.ts";
import type { HeaderLine, Outgoing, Received } from "./message.ts";
import { WireError } from "./wire-error.ts";

/** The way to real servers, which sends what a browser sends and follows nothing. */
export interface Wire {
  readonly network: (request: Request) => Promise<Response>;
  /** The lines of a response of this wire, in order; two lines of one name stay two. */
  linesOf(response: Response): readonly HeaderLine[];
  /** The address the server answered from; undefined where there was no response. */
  addressOf(response: Response): string | undefined;
  /** The first bytes of a response's body, without its encoding. */
  bodyOf(response: Response): Uint8Array;
}

/** How a wire sends. */
export interface WireOptions {
  readonly limits: Limits;
  readonly sender?: Sender;
  readonly connection?: Connection;
}

/**
 * undici keeps header order and speaks HTTP/2 and to proxies. But it refuses bare line feeds, which
 * browsers accept. It joins lines for `fetch`, and hides the address. `node:http` and `node:http2`
 * lack proxies and the choice between the two: `connect` makes it.
 */
export function createWire({
  limits,
  sender = { profile: "chromium" },
  connection = {},
}: WireOptions): Wire {
  const known = new WeakMap<Response, Received & { readonly address: string | undefined }>();
  return {
    async network(request) {
      const outgoing = await outgoingOf(request, sender);
      const { received, address } = await exchange(outgoing, limits, connection);
      const response = toResponse(received);
      known.set(response, { ...received, address });
      return response;
    },
    linesOf: (response) => known.get(response)?.lines ?? [...response.headers],
    addressOf: (response) => known.get(response)?.address,
    bodyOf: (response) => known.get(response)?.body ?? new Uint8Array(),
  };
}

async function outgoingOf(request: Request, sender: Sender): Promise<Outgoing> {
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  const { method } = request;
  const all = headersOnTheWire(request, sender);
  // Of a stream the model does not know the length, and two of them are a malformed request.
  const headers = all.filter(([name]) => name !== "content-length");
  const length = body?.length ?? (method === "POST" || method === "PUT" ? 0 : undefined);
  return {
    url: new URL(request.url),
    method,
    headers: length === undefined ? headers : [["content-length", String(length)], ...headers],
    body,
  };
}

async function exchange(
  outgoing: Outgoing,
  limits: Limits,
  connection: Connection,
): Promise<{ readonly received: Received; readonly address: string | undefined }> {
  const timeOut = new AbortController();
  const timer = setTimeout(() => timeOut.abort(), limits.timeout);
  let connected: Connected | undefined;
  const silence = new Promise<never>((_, reject) => {
    timeOut.signal.addEventListener("abort", () => {
      reject(new WireError("timeout", `no complete answer in ${limits.timeout} ms`));
    });
  });
  silence.catch(() => undefined);
  try {
    const connecting = connect(outgoing.url, connection);
    // A connection that comes too late is no one's.
    connecting
      .then(({ socket }) => timeOut.signal.aborted && socket.destroy())
      .catch(() => undefined);
    connected = await Promise.race([connecting, silence]);
    const address = connected.isProxied ? undefined : connected.socket.remoteAddress;
    const send = connected.protocol === "h2" ? exchangeHttp2 : exchangeHttp1;
    const headIsIn = (): void => clearTimeout(timer);
    const sent = send(outgoing, connected, { ...limits, headIsIn });
    const received = await Promise.race([sent, silence]);
    return { received: { ...received, body: decoded(received) }, address };
  } catch (error) {
    throw WireError.from(error);
  } finally {
    clearTimeout(timer);
    connected?.socket.destroy();
  }
}

const withoutBody = new Set([204, 205, 304]);

function toResponse({ status, statusText, lines, body }: Received): Response {
  if (status < 200 || status > 599) {
    throw new WireError("protocol", `the status ${status} is not one a page can be given`);
  }
  const headers = headersOf(lines);
  const content = withoutBody.has(status) ? null : new Uint8Array(body);
  return new Response(content, { status, statusText: plain(statusText), headers });
}

function headersOf(lines: readonly HeaderLine[]): Headers {
  const headers = new Headers();
  for (const [name, value] of lines) {
    try {
      headers.append(name, value);
    } catch {
      throw new WireError("protocol", `the header ${name} has a character that no header has`);
    }
  }
  return headers;
}

/** A reason phrase is the server's to choose, and `Response` takes printable ASCII of it only. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "");
}
