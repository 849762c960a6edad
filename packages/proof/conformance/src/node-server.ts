import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";

/** Serves a fetch-style handler with `node:http`; Deno, Bun and workerd need no such bridge. */
export async function serveOnNode(
  handler: (request: Request) => Promise<Response>,
): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    handler(toRequest(incoming)).then(
      (response) => answer(response, outgoing),
      (error: unknown) => outgoing.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function toRequest({ method = "GET", url = "/", headers, rawHeaders }: IncomingMessage): Request {
  const lines: [string, string][] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    lines.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  }
  return new Request(`http://${headers.host}${url}`, { method, headers: lines });
}

function answer(response: Response, outgoing: ServerResponse): void {
  const lines = [...response.headers].flat();
  outgoing.writeHead(response.status, response.statusText, lines);
  if (!response.body) {
    outgoing.end();
    return;
  }
  const body = Readable.fromWeb(response.body as never);
  // A client that stops reading an endless body closes the connection.
  outgoing.on("close", () => body.destroy());
  body.on("error", () => outgoing.destroy()).pipe(outgoing);
}
