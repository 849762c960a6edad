import {
  connect as connectHttp2,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from "node:http2";
import { readBody } from "./body.ts";
import type { Connected } from "./connect.ts";
import type { Limits } from "./limits.ts";
import type { HeaderLine, Outgoing, Received } from "./message.ts";

/** Of HTTP/1.1 only. */
const ofConnections = new Set(["connection", "host", "keep-alive", "transfer-encoding"]);

/** One exchange over HTTP/2. */
export async function exchangeHttp2(
  { url, method, headers, body }: Outgoing,
  { socket }: Connected,
  limits: Limits,
): Promise<Received> {
  const session = connectHttp2(url.origin, { createConnection: () => socket });
  try {
    const own = headers.filter(([name]) => !ofConnections.has(name));
    const stream = session.request(
      {
        ":method": method,
        ":authority": url.host,
        ":scheme": "https",
        ":path": `${url.pathname}${url.search}`,
        ...(Object.fromEntries(own) as OutgoingHttpHeaders),
      },
      { endStream: body === undefined },
    );
    const lines = linesOf(
      await new Promise<readonly string[]>((resolve, reject) => {
        session.on("error", reject);
        stream.on("error", reject);
        stream.on("response", (_: IncomingHttpHeaders, __: number, raw?: readonly string[]) => {
          resolve(raw ?? []);
        });
        if (body !== undefined) stream.end(body);
      }),
    );
    const status = Number(lines.find(([name]) => name === ":status")?.[1]);
    return {
      status,
      statusText: "",
      lines: lines.filter(([name]) => !name.startsWith(":")),
      body: await readBody(stream, limits, lines),
    };
  } finally {
    session.destroy();
  }
}

function linesOf(raw: readonly string[]): readonly HeaderLine[] {
  return raw.flatMap((name, index): readonly HeaderLine[] =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ""]] : [],
  );
}
