import { type IncomingMessage, request as httpRequest } from "node:http";
import { canonicalName } from "./ambient-headers.ts";
import { readBody } from "./body.ts";
import type { Connected } from "./connect.ts";
import type { Limits } from "./limits.ts";
import { WireError } from "./wire-error.ts";
import type { HeaderLine, Outgoing, Received } from "./message.ts";

/** One exchange over HTTP/1.1, as lenient about the response as browsers are. */
export async function exchangeHttp1(
  { url, method, headers, body }: Outgoing,
  { socket, isProxied }: Connected,
  limits: Limits,
): Promise<Received> {
  const outgoing = httpRequest({
    createConnection: () => socket,
    method,
    host: url.hostname,
    path: isProxied ? url.href : `${url.pathname}${url.search}`,
    // An array is written as it is: in this order, and nothing is added.
    headers: [
      "Host",
      url.host,
      "Connection",
      "keep-alive",
      ...headers.flatMap(([name, value]) => [canonicalName(name), value]),
    ],
    maxHeaderSize: limits.headerBytes,
    insecureHTTPParser: true,
  });
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on("response", resolve);
    outgoing.on("upgrade", ({ statusCode }, upgraded) => {
      upgraded.destroy();
      reject(new WireError("protocol", `it switched protocols (${statusCode})`));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
  const lines = linesOf(message);
  return {
    status: message.statusCode ?? 0,
    statusText: message.statusMessage ?? "",
    lines,
    body: await readBody(message, limits, lines),
  };
}

function linesOf({ rawHeaders }: IncomingMessage): readonly HeaderLine[] {
  return rawHeaders.flatMap((name, index): readonly HeaderLine[] =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""]] : [],
  );
}
