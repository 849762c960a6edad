import { request } from "node:http";

/** One request, as a browser would put it on the wire. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back, with each header line as it was sent. */
export interface Answered {
  readonly status: number;
  /** By lower-case name, in the order of their lines. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

const TIME_LIMIT = 120_000;

/**
 * Asks over its own connection. `fetch` would join repeated headers into one and forbid
 * `Origin`; two values of one header are what this must see.
 */
export function ask(port: number, { method, path, headers, body }: Asked): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const outgoing = request({
    host: "127.0.0.1",
    port,
    method,
    path,
    headers,
    signal,
    agent: false,
  });
  outgoing.once("error", reject).once("response", (incoming) => {
    const chunks: string[] = [];
    incoming.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
    incoming.once("error", reject).once("end", () => {
      resolve({
        status: incoming.statusCode ?? 0,
        headers: linesByName(incoming.rawHeaders),
        body: chunks.join(""),
      });
    });
  });
  outgoing.end(body);
  return promise;
}

function linesByName(rawHeaders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? "").toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), rawHeaders[index + 1] ?? ""]);
  }
  return byName;
}
