import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

const INTERVAL = 200;

/** How it treats a request, by the path. */
const HABITS: Readonly<Record<string, (socket: Socket) => void>> = {
  "/silent": () => {},
  "/partial": (socket) => socket.write("HTTP/1.1 200 OK\r\nX-Slow: "),
  "/continue": (socket) => socket.write("HTTP/1.1 100 Continue\r\n\r\n"),
  "/drip": (socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    const timer = setInterval(() => socket.write("X-Drip: a\r\n"), INTERVAL);
    socket.once("close", () => clearInterval(timer));
  },
  "/half-closed": (socket) => socket.end(),
  "/reset": (socket) => socket.resetAndDestroy(),
};

/** An API that speaks no more HTTP than it must: it never answers, or with any status. */
export interface StubbornUpstream {
  readonly port: number;
  stop(): Promise<void>;
}

/** Beside its habits: `/status/999` answers with that status. */
export async function startStubbornUpstream(): Promise<StubbornUpstream> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("data", (data) => treat(socket, data.toString("latin1").split(" ")[1] ?? ""));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function treat(socket: Socket, path: string): void {
  const [, status] = /^\/status\/(\d+)$/u.exec(path) ?? [];
  if (status === undefined) HABITS[path]?.(socket);
  else socket.end(`HTTP/1.1 ${status} Odd\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody`);
}
