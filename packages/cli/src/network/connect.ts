import { once } from "node:events";
import { connect as connectSocket, isIP, type Socket } from "node:net";
import { request as httpRequest } from "node:http";
import { connect as connectTls, type TLSSocket } from "node:tls";
import { getProxyForUrl } from "proxy-from-env";
import type { Connection } from "../given/given.ts";
import { isLoopbackHost } from "../cause/address-space.ts";
import { WireError } from "./wire-error.ts";

/** A connection to a server, or to a proxy in front of it. */
export interface Connected {
  readonly socket: Socket | TLSSocket;
  /** What the server chose to speak. */
  readonly protocol: "http/1.1" | "h2";
  /** Whether requests name the whole URL: a proxy for http: wants that. */
  readonly isProxied: boolean;
}

/**
 * Connects as a browser would, HTTP/2 offered over TLS. A proxy of the environment (`HTTPS_PROXY`,
 * `NO_PROXY` and so on) is used as other programs use it.
 *
 * @param protocols what to offer over TLS
 * @throws WireError and what sockets reject with
 */
export async function connect(
  url: URL,
  { insecure = false, resolve = [], proxy }: Connection,
  protocols: readonly string[] = ["h2", "http/1.1"],
): Promise<Connected> {
  const isSecure = url.protocol === "https:";
  const port = Number(url.port === "" ? (isSecure ? 443 : 80) : url.port);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isDirect = resolve.length > 0 || isLoopbackHost(url.hostname);
  const over = proxy ?? (isDirect ? "" : getProxyForUrl(url.href));
  const address = addressFor(host, port, resolve);
  if (over !== "" && !isSecure) {
    const socket = await atProxy(over, open);
    return { socket, protocol: "http/1.1", isProxied: true };
  }
  const socket =
    over === ""
      ? await openAt(address, port)
      : await atProxy(over, (proxy) => tunnel(proxy, host, port));
  if (!isSecure) return { socket, protocol: "http/1.1", isProxied: false };
  const secure = connectTls({
    socket,
    ALPNProtocols: [...protocols],
    rejectUnauthorized: !insecure,
    ...(isIP(host) === 0 ? { servername: host } : {}),
  });
  await connected(secure, "secureConnect");
  const protocol = secure.alpnProtocol === "h2" ? "h2" : "http/1.1";
  return { socket: secure, protocol, isProxied: false };
}

/** curl's `--resolve host:port:address`; `*` stands for every host. */
function addressFor(host: string, port: number, resolve: readonly string[]): string {
  for (const entry of resolve) {
    const [, name, number, address] = /^\+?([^:]+):(\d+):\[?([^\]]+?)\]?$/.exec(entry) ?? [];
    if ((name === host || name === "*") && Number(number) === port && address !== undefined)
      return address;
  }
  return host;
}

/** Reaches something by a proxy. That the proxy does not answer says nothing of the server. */
async function atProxy(text: string, reach: (proxy: URL) => Promise<Socket>): Promise<Socket> {
  const proxy = proxyUrl(text);
  if (!proxy) throw new WireError("unreachable", `${JSON.stringify(text)} is no proxy's address`);
  try {
    return await reach(proxy);
  } catch (error) {
    if (error instanceof WireError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new WireError("unreachable", `the proxy ${proxy.host} cannot be reached: ${reason}`, {
      cause: error,
    });
  }
}

/** Reads a proxy's address, which may lack its scheme. */
export function proxyUrl(text: string): URL | null {
  return URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
}

function open(url: URL): Promise<Socket> {
  return openAt(url.hostname, Number(url.port === "" ? 80 : url.port));
}

async function openAt(host: string, port: number): Promise<Socket> {
  // A name under localhost is this machine, whatever the resolver says.
  const socket = connectSocket({
    host: /(?:^|\.)localhost$/.test(host) ? "localhost" : host,
    port,
  });
  await connected(socket, "connect");
  return socket;
}

async function connected(socket: Socket, event: string): Promise<void> {
  try {
    await once(socket, event);
  } catch (error) {
    socket.destroy();
    throw error;
  }
  // From now on the code that reads and writes hears of errors.
  socket.on("error", () => undefined);
}

async function tunnel(proxy: URL, host: string, port: number): Promise<Socket> {
  const authority = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  const auth = decodeURIComponent(`${proxy.username}:${proxy.password}`);
  const outgoing = httpRequest({
    method: "CONNECT",
    host: proxy.hostname,
    port: proxy.port === "" ? 80 : Number(proxy.port),
    path: authority,
    headers: {
      host: authority,
      ...(auth === ":" ? {} : { "proxy-authorization": `Basic ${btoa(auth)}` }),
    },
    agent: false,
  });
  outgoing.end();
  const [{ statusCode }, socket] = (await once(outgoing, "connect")) as [
    { statusCode: number },
    Socket,
  ];
  if (statusCode === 200) return socket;
  socket.destroy();
  throw new WireError("protocol", `the proxy ${proxy.host} answered CONNECT with ${statusCode}`);
}
