import { createServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import type { CookieCase } from "@crossgate/browser/fixtures/cookies";
import { hosts, urlsOf } from "@crossgate/browser/fixtures/cookies";
import { makeCertificate } from "./certificate.ts";
import type { CookieTask } from "./harness.ts";
import { cookieHtml } from "./harness.ts";

/** What each probe of a case carried: whether the cookie was among it. */
export type Carried = ReadonlyMap<string, readonly boolean[]>;

/** The one server behind all hosts. */
export interface CookieServer {
  readonly page: string;
  readonly port: number;
  run(cases: readonly CookieCase[]): Promise<Carried>;
  close(): void;
}

/** Starts the server over TLS. */
export async function startCookieServer(): Promise<CookieServer> {
  const { key, cert } = await makeCertificate(Object.values(hosts));
  const cases = new Map<string, CookieCase>();
  const seen = new Map<string, string>();
  let waiting: ((tasks: string) => void) | undefined;
  let tasks: string | undefined;
  let finished: (() => void) | undefined;

  function queue(body: string, response: ServerResponse): void {
    if (body === "done") {
      tasks = undefined;
      finished?.();
    }
    if (tasks !== undefined) return void response.end(tasks);
    waiting = (given) => void response.end(given);
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { url = "", headers } = request;
    const id = url.split("/").at(-1) ?? "";
    response.setHeader("cache-control", "no-store");
    response.setHeader("access-control-allow-origin", headers.origin ?? "*");
    response.setHeader("access-control-allow-credentials", "true");
    if (url === "/page")
      return void response.setHeader("content-type", "text/html").end(cookieHtml);
    if (url === "/queue") return queue(body, response);
    const one = cases.get(id);
    if (one && url === `/c/set/${id}`) return writeRaw(request, one.line);
    seen.set(`https://${headers.host ?? ""}${url}`, headers.cookie ?? "");
    response.end("ok");
  }

  /** Node refuses a control character in a header; a server that sets cookies may well send one. */
  function writeRaw({ socket, headers }: IncomingMessage, line: string): void {
    const lines = [
      "HTTP/1.1 200 OK",
      `Set-Cookie: ${line}`,
      `Access-Control-Allow-Origin: ${headers.origin ?? "*"}`,
      "Access-Control-Allow-Credentials: true",
      "Cache-Control: no-store",
      "Connection: close",
      "Content-Length: 2",
    ];
    socket.end(`${lines.join("\r\n")}\r\n\r\nok`, "latin1");
  }

  const server = createServer({ key, cert, maxHeaderSize: 1_048_576 }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => answer(request, response, Buffer.concat(chunks).toString()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    port,
    page: `https://${hosts.own}:${port}/page`,
    async run(batch) {
      for (const one of batch) cases.set(one.id, one);
      tasks = JSON.stringify(
        batch.map((one): CookieTask => ({
          ...urlsOf(one, port),
          id: one.id,
          credentials: one.credentials,
          alone: /^(?:=|[^=;]*(?:;|$))/.test(one.line),
        })),
      );
      const done = new Promise<void>((resolve, reject) => {
        finished = resolve;
        setTimeout(() => reject(new Error("the page stopped")), 90_000).unref();
      });
      waiting?.(tasks);
      waiting = undefined;
      await done;
      return new Map(
        batch.map((one) => [
          one.id,
          urlsOf(one, port).probes.map((url) => carries(seen.get(url), one)),
        ]),
      );
    },
    close() {
      waiting?.("[]");
      server.closeAllConnections();
      server.close();
    },
  };
}

function carries(cookies: string | undefined, { id }: CookieCase): boolean {
  return (cookies ?? "")
    .split("; ")
    .some((pair) => new RegExp(`(?:^|-)${id}(?:$|=)`, "i").test(pair));
}
