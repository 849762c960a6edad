import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { WebSocketServer } from "ws";

/** One request as the upstream saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
}

/** Of `/large`, in MiB. */
export const LARGE = 6;

/** An API that knows nothing of CORS, or whatever its query says. */
export interface Upstream {
  readonly port: number;
  readonly seen: Seen[];
  stop(): Promise<void>;
}

/**
 * - `/say?h=name:value&status=…` answers with these headers, and with what it saw
 * - `/hang` never answers, `/reset` breaks off within its body
 * - `/large` is some MiB, for everyone, and does not say how long
 * - `/sum` says how long a body is and its hash, `/events` is an event stream
 * - a WebSocket anywhere echoes
 */
export async function startUpstream(): Promise<Upstream> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, headers });
    answer(request, response, seen).catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket, { headers }) => {
    seen.push({ method: "WebSocket", url: "", headers });
    socket.on("message", (data: Buffer) => socket.send(`echo ${data.toString()}`));
  });
  const port = await listen(server);
  return {
    port,
    seen,
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** @returns the port */
export async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  seen: readonly Seen[],
): Promise<void> {
  const url = new URL(request.url ?? "", "http://upstream");
  switch (url.pathname) {
    case "/hang":
      return;
    case "/reset":
      response.writeHead(200, { "cache-control": "public, max-age=60" });
      response.write("the beginning of a lo", () => setTimeout(() => response.destroy(), 50));
      return;
    case "/large":
      response.writeHead(200, { "cache-control": "public, max-age=60" });
      for (let part = 0; part < LARGE; part++) response.write(Buffer.alloc(1024 * 1024, "x"));
      response.end();
      return;
    case "/sum":
      response.end(await sumOf(request));
      return;
    case "/events":
      sendEvents(response);
      return;
    default:
      say(url, request, response, seen.filter((other) => other.url === request.url).length);
  }
}

function say(url: URL, request: IncomingMessage, response: ServerResponse, times: number): void {
  const { method, headers } = request;
  // As they are given, several of one name too.
  const lines = url.searchParams.getAll("h").flatMap((line) => line.split(/:\s*(.*)/su, 2));
  const text = JSON.stringify({ method, url: request.url, headers, times });
  const isZipped = url.searchParams.has("gzip") && /gzip/u.test(String(headers["accept-encoding"]));
  const body = isZipped ? gzipSync(text) : text;
  const more = isZipped ? ["content-encoding", "gzip"] : [];
  const status = Number(url.searchParams.get("status") ?? 200);
  const all = ["content-type", "application/json", ...more, ...lines];
  if (!url.searchParams.has("chunked")) all.push("content-length", String(Buffer.byteLength(body)));
  response.writeHead(status, all);
  response.end(body);
}

async function sumOf(request: IncomingMessage): Promise<string> {
  const hash = createHash("sha256");
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk);
    length += chunk.byteLength;
  }
  return JSON.stringify({ length, hash: hash.digest("hex") });
}

function sendEvents(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  let number = 0;
  const send = (): void => void response.write(`data: ${++number}\n\n`);
  send();
  const timer = setInterval(send, 300);
  response.once("close", () => clearInterval(timer));
}
