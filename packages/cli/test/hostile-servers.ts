import { createServer, type Socket } from "node:net";
import { type Running, runServer } from "./running.ts";

/** What a server may do to a client. */
export const hostile: Readonly<Record<string, (socket: Socket, path: string) => void>> = {
  "an endless body": (socket) => {
    socket.write("HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\n\r\n");
    const timer = setInterval(() => socket.write("x".repeat(100_000)), 1);
    socket.on("close", () => clearInterval(timer));
  },
  "a body that comes byte by byte": (socket) => {
    socket.write("HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\n\r\n");
    const timer = setInterval(() => socket.write("x"), 20);
    socket.on("close", () => clearInterval(timer));
  },
  "1 MiB of headers": (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nx-large: ${"x".repeat(1_048_576)}\r\n\r\n`);
  },
  "no response": () => undefined,
  "a redirect loop": (socket, path) => {
    socket.end(
      `HTTP/1.1 302 Found\r\naccess-control-allow-origin: *\r\nlocation: ${path}\r\ncontent-length: 0\r\n\r\n`,
    );
  },
  "redirects that lengthen": (socket, path) => {
    socket.end(
      `HTTP/1.1 302 Found\r\naccess-control-allow-origin: *\r\nlocation: ${path}/${"x".repeat(50)}\r\ncontent-length: 0\r\n\r\n`,
    );
  },
  "headers that never end": (socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    repeat(socket, "x-a: 1\r\n");
  },
  "interim responses without an end": (socket) => {
    repeat(socket, "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n");
  },
  "a chunk that does not come": (socket) => {
    socket.write(
      "HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ntransfer-encoding: chunked\r\n\r\nffffffff\r\nabc",
    );
  },
  "a length that does not come": (socket) => {
    socket.write(
      "HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 1000000000000000000\r\n\r\nabc",
    );
  },
  "an encoding that is none": (socket) => {
    socket.end(
      "HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-encoding: gzip\r\n\r\nabc",
    );
  },
  "half a status line": (socket) => void socket.end("HTTP/1.1 2"),
  "an end at once": (socket) => void socket.destroy(),
  "a status of 999": (socket) => {
    socket.end("HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n");
  },
  "another protocol": (socket) => {
    socket.end("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n");
  },
  "no HTTP": (socket) => void socket.end("SSH-2.0-OpenSSH_9.2\r\n"),
  "control characters": (socket) => {
    socket.end("HTTP/1.1 200 \x1b[2J\r\nx-title: \x1b]0;owned\x07\r\ncontent-length: 0\r\n\r\n");
  },
};

function repeat(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), 1);
  socket.on("close", () => clearInterval(timer));
}

/** Serves with one of them. */
export function runHostile(
  behave: (socket: Socket, path: string) => void,
  sockets: Set<Socket> = new Set<Socket>(),
): Promise<Running> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", (data) => behave(socket, String(data).split(" ")[1] ?? "/"));
  });
  return runServer(
    Object.assign(server, {
      closeAllConnections: () => {
        for (const socket of sockets) socket.destroy();
      },
    }),
  );
}
