import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { Server as SocketServer } from "node:net";

/** A server on loopback, and how to end it. */
export interface Running {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Serves a Node listener on its own port. */
export function runListener(listener: RequestListener): Promise<Running> {
  return runServer(createServer(listener));
}

/** Listens with any server, and closes its connections at the end. */
export async function runServer(
  server: SocketServer & { closeAllConnections?: () => void },
): Promise<Running> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections?.();
      await closed;
    },
  };
}
