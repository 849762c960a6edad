import { createCors, type Gate } from "@crossgate/core";
import { serve } from "srvx";

/** An API that anyone may read, with a record of who asked what. */
export interface Api {
  readonly url: string;
  /** `PUT https://myapp.com`, in their order. */
  readonly asked: readonly string[];
  /** What a page says that it has read. */
  reported(): Promise<string>;
  stop(): Promise<void>;
}

const TIME_LIMIT = 120_000;

/** Serves behind a gate, or without a word on CORS. */
export async function startApi({ gated = true } = {}): Promise<Api> {
  const asked: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const answer = (request: Request): Response => {
    const { pathname, search } = new URL(request.url);
    if (pathname !== "/report") return new Response("hello world");
    resolve(decodeURIComponent(search.slice(1)));
    return new Response(null, { status: 204 });
  };
  const guarded = gated ? everyone().wrap(answer) : answer;
  const server = serve({
    hostname: "127.0.0.1",
    port: 0,
    silent: true,
    gracefulShutdown: false,
    fetch(request) {
      if (new URL(request.url).pathname === "/data") {
        asked.push(`${request.method} ${request.headers.get("origin")}`);
      }
      return guarded(request);
    },
  });
  await server.ready();
  const timer = setTimeout(() => reject(new Error("nothing was reported")), TIME_LIMIT);
  promise.catch(() => {});
  return {
    url: `http://localhost:${new URL(server.url ?? "").port}`,
    asked,
    reported: () => promise,
    stop: async () => {
      clearTimeout(timer);
      await server.close(true);
    },
  };
}

function everyone(): Gate {
  return createCors({ origin: () => true, allowMethods: ["PUT"], allowHeaders: ["content-type"] });
}

/** What a page runs: it asks as a page would for JSON, and says what came of it. */
export function scriptFor(url: string): string {
  return `
    const init = { method: "PUT", headers: { "content-type": "application/json" }, body: "{}" };
    fetch("${url}/data", init)
      .then((response) => response.text(), () => "blocked")
      .then((text) => fetch("${url}/report?" + encodeURIComponent(text), { mode: "no-cors" }));
  `;
}
