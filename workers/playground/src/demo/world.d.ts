import type * as web from "@cloudflare/workers-types/index.ts";

/** All that the demonstration may know of the world: with this alone it compiles, so it can reach nothing. */
declare global {
  type Request = web.Request;
  const Request: typeof web.Request;
  type Response = web.Response;
  const Response: typeof web.Response;
  type Headers = web.Headers;
  const Headers: typeof web.Headers;
  type URL = web.URL;
  const URL: typeof web.URL;
  type URLSearchParams = web.URLSearchParams;
  const URLSearchParams: typeof web.URLSearchParams;
  const TextDecoder: typeof web.TextDecoder;
  const console: Pick<web.Console, "error" | "warn">;
}
