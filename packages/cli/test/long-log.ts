import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** How the servers write a request of a page down. */
export type Format = keyof typeof formats;

interface Asked {
  readonly origin: string;
  readonly method: string;
  readonly headers: string;
}

const piece = 1000;

/**
 * Writes a long log. Half of its requests are of tenants of one domain and of customers. The others
 * are of strangers, each with an origin that is seen once.
 */
export async function writeLongLog(path: string, format: Format, bytes: number): Promise<void> {
  await pipeline(Readable.from(pieces(format, bytes)), createWriteStream(path));
}

function* pieces(format: Format, bytes: number): Generator<string> {
  const line = formats[format];
  let number = 0;
  for (let written = 0; written < bytes;) {
    const lines = Array.from({ length: piece }, () => line(askedBy(number++)));
    const text = lines.join("");
    written += text.length;
    yield text;
  }
}

function askedBy(number: number): Asked {
  const isStranger = number % 2 === 1;
  const customer = (number * 7919) % 400;
  const origin = isStranger
    ? `https://scan-${number}.made-up-${number % 977}.example`
    : customer < 40
      ? `https://tenant-${customer}.myapp.com`
      : `https://www.customer-${customer}.example`;
  const method = isStranger ? "GET" : ["GET", "PUT", "DELETE"][number % 3];
  return { origin, method: method ?? "GET", headers: isStranger ? "" : "content-type,x-trace" };
}

const agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156";

const formats = {
  verdicts: ({ origin, method, headers }: Asked) =>
    `${JSON.stringify({ time: "2026-11-26T10:00:00.000Z", kind: headers === "" ? "actual" : "preflight", origin, reason: "origin-allowed", method, headers: headers || null, cookie: false })}\n`,
  nginx: ({ origin, method }: Asked) =>
    `203.0.113.9 - - [26/Nov/2026:10:00:00 +0000] "${method} /v1/items?x=1 HTTP/2.0" 200 512 "${origin}/" "${agent}" "${origin}"\n`,
  caddy: ({ origin, method, headers }: Asked) =>
    `${JSON.stringify({ level: "info", ts: 1764152400.5, logger: "http.log.access", msg: "handled request", request: { remote_ip: "203.0.113.9", proto: "HTTP/2.0", method: "OPTIONS", host: "api.example.com", uri: "/v1", headers: { "User-Agent": [agent], Origin: [origin], "Access-Control-Request-Method": [method], ...(headers && { "Access-Control-Request-Headers": [headers] }) } }, status: 204, resp_headers: { Server: ["Caddy"] } })}\n`,
  cloudfront: ({ origin, method, headers }: Asked) =>
    `1764152400.1\t203.0.113.9\tOPTIONS\thttps\tapi.example.com\t/v1\t${encodeURI(`Host:api.example.com\nUser-Agent:${agent}\nOrigin:${origin}\nAccess-Control-Request-Method:${method}\n${headers && `Access-Control-Request-Headers:${headers}\n`}`)}\n`,
  workers: ({ origin, method, headers }: Asked) =>
    `${JSON.stringify({ outcome: "ok", scriptName: "api", exceptions: [], logs: [], event: { request: { url: "https://api.example.com/v1", method: "OPTIONS", headers: { host: "api.example.com", "user-agent": agent, origin, "access-control-request-method": method, ...(headers && { "access-control-request-headers": headers }) } }, response: { status: 204 } } }, null, 2)}\n`,
};

export const longLogFormats: readonly Format[] = Object.keys(formats) as Format[];
