import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface UpstreamAnswer {
  readonly status?: number;
  readonly statusText?: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | null;
}

/** The server behind the application: answers what the body of the request asks for. */
export async function startUpstream(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    let asked = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (asked += chunk));
    request.on("end", () => answer(JSON.parse(asked) as UpstreamAnswer, response));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function answer(wanted: UpstreamAnswer, response: ServerResponse): void {
  const { status = 200, statusText, headers, body } = wanted;
  const lines = [...headers, ["connection", "close"] as const].flat();
  if (statusText === undefined) response.writeHead(status, lines);
  else response.writeHead(status, statusText, lines);
  response.end(body ?? undefined);
}
