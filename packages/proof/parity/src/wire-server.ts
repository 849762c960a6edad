import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import type { Line } from "@crossgate/browser/fixtures/scenario";

/** A request, read from the socket unchanged. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  readonly header: (name: string) => string | null;
  /** Lower-case names of all its headers. */
  readonly names: readonly string[];
  readonly body: string;
}

/** A response, written to the socket as it is: header values are bytes. */
export interface WireReply {
  readonly status: number;
  readonly headers: readonly Line[];
  readonly body: string;
}

export type WireHandler = (request: WireRequest) => WireReply | Promise<WireReply>;

/**
 * An HTTP/1.1 server that refuses nothing. Node's own server rejects methods such as `patch` and
 * `CHICKEN`, and adds headers. It will not send the odd bytes that this server is for.
 */
export async function listen(handler: WireHandler): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const open = (host: string, port: number): Promise<number> =>
    new Promise((resolve, reject) => {
      const server = createServer((socket) => serve(socket, handler, sockets));
      servers.push(server);
      server.on("error", reject);
      server.listen(port, host, () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : port);
      });
    });
  const port = await open("127.0.0.1", 0);
  // Browsers take `localhost` for ::1 first where there is one.
  await open("::1", port).catch(() => undefined);
  return {
    port,
    close() {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function serve(socket: Socket, handler: WireHandler, sockets: Set<Socket>): void {
  sockets.add(socket);
  let buffer = "";
  let isBusy = false;
  socket.setEncoding("latin1");
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("close", () => sockets.delete(socket));
  async function drain(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let parsed = parse(buffer); parsed; parsed = parse(buffer)) {
      buffer = parsed.rest;
      write(socket, await handler(parsed.request));
    }
    isBusy = false;
  }
  socket.on("data", (chunk: string) => {
    buffer += chunk;
    void drain();
  });
}

function write(socket: Socket, { status, headers, body }: WireReply): void {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  if (!socket.destroyed) socket.write(`HTTP/1.1 ${status} Status\r\n${lines}\r\n${body}`, "latin1");
}

function parse(buffer: string): { request: WireRequest; rest: string } | undefined {
  const end = buffer.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const [first = "", ...lines] = buffer.slice(0, end).split("\r\n");
  const [method = "", target = ""] = first.split(" ");
  const headers = lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const header = (name: string): string | null => {
    const values = headers.filter(([key]) => key === name).map(([, value]) => value);
    return values.length === 0 ? null : values.join(", ");
  };
  const names = [...new Set(headers.map(([key]) => key))];
  const length = Number(header("content-length") ?? "0");
  const start = end + 4;
  if (buffer.length < start + length) return undefined;
  const body = buffer.slice(start, start + length);
  return { request: { method, target, header, names, body }, rest: buffer.slice(start + length) };
}
