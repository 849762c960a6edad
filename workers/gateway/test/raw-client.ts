import { once } from "node:events";
import { connect } from "node:net";

/** What is written, and when the visitor stops. */
export interface Written {
  readonly lines: readonly string[];
  /** What follows the head, perhaps less than it announces. */
  readonly content?: string;
  /** Milliseconds between the head and the content. */
  readonly pause?: number;
  /** Whether the visitor closes its half of the connection. */
  readonly isHalfClosed?: boolean;
}

export interface Answered {
  /** 0 where none came. */
  readonly status: number;
  readonly milliseconds: number;
}

/**
 * Sends a request as it is written, which no HTTP client would, and waits for the head of the
 * response that follows any `100 Continue`.
 */
export async function sendRaw(url: URL, written: Written, patience: number): Promise<Answered> {
  const { hostname, port, host } = url;
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  await once(socket, "connect");
  const begin = performance.now();
  const [first = "", ...others] = written.lines;
  const hosts = others.some((line) => /^host:/iu.test(line)) ? [] : [`Host: ${host}`];
  socket.write([first, ...hosts, ...others, "", ""].join("\r\n"));
  if (written.pause) await after(written.pause);
  socket.write(written.content ?? "");
  if (written.isHalfClosed) socket.end();
  const status = await Promise.race([statusOn(socket), after(patience)]);
  socket.destroy();
  return { status, milliseconds: performance.now() - begin };
}

async function statusOn(socket: AsyncIterable<Buffer>): Promise<number> {
  let text = "";
  try {
    for await (const data of socket) {
      text += data.toString("latin1");
      text = text.replace(/^HTTP\/1\.1 100 [^]*?\r\n\r\n/u, "");
      if (text.includes("\r\n\r\n")) return Number(text.slice(9, 12));
    }
  } catch {
    // Destroyed once no one waits any more.
  }
  return 0;
}

async function after(milliseconds: number): Promise<0> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, 0));
}
