import { once } from "node:events";
import { request as send, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { Served } from "./serve.ts";

export interface Exchange {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request as it is written here: `fetch` would tidy up the path and decode the body. */
export async function exchange(
  { url }: Served,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<Exchange> {
  const { hostname, port } = url;
  const request = send({ hostname, port, path, method, headers }).end();
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}
