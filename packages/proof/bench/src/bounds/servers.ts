import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that a person may ask `explain` about. */
export const SERVERS: Readonly<Record<string, RequestListener>> = {
  "a server without CORS": (_, response) => void response.end("data"),
  "a page that may read": (_, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.end("data");
  },
  "an endless answer": (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const timer = setInterval(() => response.write("data: x\n\n"), 50);
    response.once("close", () => clearInterval(timer));
  },
};

/** Serves a listener on loopback for as long as the work takes. */
export async function serving<Result>(
  listener: RequestListener,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await work(`http://localhost:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}
