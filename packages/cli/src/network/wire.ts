import { type ClientRequest, type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { readBody } from "./body.ts";
import type { Limits } from "./limits.ts";
import { WireError } from "./wire-error.ts";

/** A header line as it came, before lines of one name are joined. */
export type HeaderLine = readonly [name: string, value: string];

/** The way to real servers, which sends what a browser sends and follows nothing. */
export interface Wire {
  readonly network: (request: Request) => Promise<Response>;
  /** The lines of a response of this wire, in order; two lines of one name stay two. */
  linesOf(response: Response): readonly HeaderLine[];
  /** The address the server answered from; undefined where there was no answer. */
  addressOf(response: Response): string | undefined;
}

/** What every browser sends beside the headers that CORS is about, and some servers insist on. */
const ambient = {
  "accept-encoding": "identity",
  "accept-language": "en",
  "user-agent": "Mozilla/5.0 (compatible; crossgate)",
};

/**
 * Node's `fetch` sets `Sec-Fetch-Mode` itself, joins lines and follows redirects, so requests are
 * written with `node:http`.
 */
export function createWire(limits: Limits): Wire {
  const lines = new WeakMap<Response, readonly HeaderLine[]>();
  const addresses = new WeakMap<Response, string>();
  return {
    async network(request) {
      const { message, body } = await exchange(request, limits);
      const received = linesOfMessage(message);
      const response = toResponse(message, received, body);
      lines.set(response, received);
      addresses.set(response, message.socket.remoteAddress ?? "");
      return response;
    },
    linesOf: (response) => lines.get(response) ?? [...response.headers],
    addressOf: (response) => addresses.get(response),
  };
}

interface Received {
  readonly message: IncomingMessage;
  readonly body: Uint8Array;
}

async function exchange(request: Request, limits: Limits): Promise<Received> {
  const sent = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  const outgoing = open(request, limits, sent);
  const timer = setTimeout(() => {
    outgoing.destroy(new WireError("timeout", `no complete answer in ${limits.timeout} ms`));
  }, limits.timeout);
  try {
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.on("response", resolve);
      outgoing.on("upgrade", () => reject(new WireError("protocol", "it switched protocols")));
      outgoing.on("error", reject);
      outgoing.end(sent);
    });
    const body = await readBody(message, limits.bodyBytes);
    return { message, body };
  } catch (error) {
    throw WireError.from(error);
  } finally {
    clearTimeout(timer);
    outgoing.destroy();
  }
}

function open(request: Request, limits: Limits, body: Buffer | undefined): ClientRequest {
  const url = new URL(request.url);
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  const length = body === undefined ? {} : { "content-length": String(body.length) };
  const headers = { ...ambient, ...Object.fromEntries(request.headers), ...length };
  return send(url, {
    method: request.method,
    headers,
    agent: false,
    maxHeaderSize: limits.headerBytes,
  });
}

function linesOfMessage({ rawHeaders }: IncomingMessage): readonly HeaderLine[] {
  return rawHeaders.flatMap((name, index): readonly HeaderLine[] =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ""]] : [],
  );
}

const withoutBody = new Set([204, 205, 304]);

function toResponse(
  { statusCode = 0, statusMessage = "" }: IncomingMessage,
  lines: readonly HeaderLine[],
  body: Uint8Array,
): Response {
  if (statusCode < 200 || statusCode > 599) {
    throw new WireError("protocol", `the status ${statusCode} is not one a page can be given`);
  }
  const headers = new Headers();
  for (const [name, value] of lines) headers.append(name, value);
  const content = withoutBody.has(statusCode) ? null : new Uint8Array(body);
  return new Response(content, { status: statusCode, statusText: plain(statusMessage), headers });
}

/** A reason phrase is the server's to choose, and `Response` takes printable ASCII of it only. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "");
}
