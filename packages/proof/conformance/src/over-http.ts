import { request as send, type IncomingMessage } from "node:http";
import { MARK } from "./answer.ts";
import { stepsOf, type ExchangeCase, type HeaderPair, type Step } from "./case.ts";
import type { Observation } from "./observation.ts";
import { DEFAULT_URL, STEP_HEADER } from "./request.ts";
import type { Subject } from "./subject.ts";

/** Hosts differ in what they take; below this all of them take it. */
const LONGEST_HEADER = 8192;

/**
 * A subject behind a real server that runs `serveCases`. Headers leave byte for byte as written.
 *
 * @param hostRefuses what this host's server can't be asked, or does to a response by itself
 * @param hostVary the `Vary` line that the host sends of itself, beside the application's
 */
export function overHttp(
  name: string,
  server: URL,
  hostRefuses: (step: Step, exchange: ExchangeCase) => string | undefined = () => undefined,
  hostVary?: string,
): Subject {
  return {
    name,
    remote: true,
    omits: (exchange) => {
      for (const step of stepsOf(exchange)) {
        const reason = whyNotOverHttp(step) ?? hostRefuses(step, exchange);
        if (reason !== undefined) return reason;
      }
      return undefined;
    },
    open: (exchange) => ({
      send: async (step, index) => {
        const seen = await exchangeOf(server, exchange, step, index);
        const isHosts = ([name, value]: HeaderPair): boolean =>
          name === "vary" && value === hostVary;
        return { ...seen, headers: (seen.headers ?? []).filter((line) => !isHosts(line)) };
      },
    }),
  };
}

function whyNotOverHttp({ request, expect }: Step): string | undefined {
  if ((expect.outcome ?? "response") !== "response") return "what comes out is no HTTP response";
  const { host, protocol } = new URL(request.url ?? DEFAULT_URL);
  for (const [name, value] of request.headers ?? []) {
    if (value.length > LONGEST_HEADER) return "hosts refuse headers of this length";
    if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(value)) return "HTTP has no such bytes in headers";
    if (name === "upgrade") return "a handshake, which hosts treat apart";
    if (name === "origin" && protocol === "https:" && value === `http://${host}`) {
      return "the server would have to speak TLS";
    }
  }
  return undefined;
}

async function exchangeOf(
  server: URL,
  exchange: ExchangeCase,
  { request, handler }: Step,
  index: number,
): Promise<Observation> {
  const { url = DEFAULT_URL, method = "GET", headers = [] } = request;
  const { host, pathname } = new URL(url);
  const lines: readonly HeaderPair[] = [
    ["host", host],
    ["connection", "close"],
    [STEP_HEADER, String(index)],
    ...headers,
  ];
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    send({
      host: server.hostname,
      port: server.port,
      method,
      path: `/${exchange.id}${pathname}`,
      headers: lines.flat(),
      setHost: false,
      agent: false,
    })
      .on("response", resolve)
      .on("error", reject)
      .end();
  });
  return observe(response, handler?.kind === "stream");
}

async function observe(response: IncomingMessage, streaming: boolean): Promise<Observation> {
  const { rawHeaders, statusCode = 0 } = response;
  const headers: HeaderPair[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.push([(rawHeaders[index] ?? "").toLowerCase(), rawHeaders[index + 1] ?? ""]);
  }
  const marked = headers.some(([name, value]) => name === MARK[0] && value === MARK[1]);
  const body = await bodyOf(response, streaming);
  return { outcome: "response", status: statusCode, headers, body, marked };
}

async function bodyOf(response: IncomingMessage, streaming: boolean): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    if (streaming) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
