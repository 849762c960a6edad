import { connect, type Socket } from "node:net";

/** A response off the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const TIME_LIMIT = 120_000;

/**
 * A client that writes a request line as it is given: `fetch` would normalise it. One request at a
 * time; the connection is kept while the server keeps it.
 */
export class RawClient {
  readonly #port: number;
  #socket: Socket | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /** @returns `undefined` where the server closes the connection without an answer */
  async ask(
    line: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<RawAnswer | undefined> {
    const socket = (this.#socket ??= await this.#connect());
    const lines = [line, "host: api.example.com", ...pairs(headers), "", ""];
    const answer = await exchange(socket, lines.join("\r\n"));
    if (!answer || answer.headers.get("connection") === "close" || socket.destroyed) this.close();
    return answer;
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #connect(): Promise<Socket> {
    const { promise, resolve, reject } = Promise.withResolvers<Socket>();
    const socket = connect(this.#port, "127.0.0.1", () => resolve(socket));
    socket.setNoDelay(true).once("error", reject);
    return promise;
  }
}

function pairs(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function exchange(socket: Socket, request: string): Promise<RawAnswer | undefined> {
  const { promise, resolve } = Promise.withResolvers<RawAnswer | undefined>();
  let received = "";
  const finish = (answer?: RawAnswer): void => {
    clearTimeout(timer);
    socket.off("data", onData).off("close", onEnd).off("error", onEnd);
    resolve(answer);
  };
  const onData = (chunk: Buffer): void => {
    received += chunk.toString("latin1");
    const answer = parse(received);
    if (answer) finish(answer);
  };
  const onEnd = (): void => {
    socket.destroy();
    finish();
  };
  const timer = setTimeout(onEnd, TIME_LIMIT);
  socket.on("data", onData).on("close", onEnd).on("error", onEnd);
  socket.write(request);
  return promise;
}

/** @returns `undefined` until all of it has come */
function parse(received: string): RawAnswer | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [statusLine = "", ...lines] = received.slice(0, end).split("\r\n");
  const headers = new Headers(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
  const status = Number(statusLine.split(" ")[1]);
  const body = bodyOf(received.slice(end + 4), headers, status);
  return body === undefined ? undefined : { status, headers, body: utf8(body) };
}

function bodyOf(rest: string, headers: Headers, status: number): string | undefined {
  if (status === 204 || status === 304) return "";
  if (headers.get("transfer-encoding") === "chunked") return chunks(rest);
  const length = Number(headers.get("content-length") ?? 0);
  return rest.length < length ? undefined : rest.slice(0, length);
}

function chunks(rest: string): string | undefined {
  let body = "";
  let at = 0;
  for (;;) {
    const end = rest.indexOf("\r\n", at);
    if (end < 0) return undefined;
    const length = Number.parseInt(rest.slice(at, end), 16);
    if (rest.length < end + 2 + length + 2) return undefined;
    if (length === 0) return body;
    body += rest.slice(end + 2, end + 2 + length);
    at = end + 2 + length + 2;
  }
}

function utf8(latin1: string): string {
  return new TextDecoder().decode(Uint8Array.from(latin1, (byte) => byte.charCodeAt(0)));
}
