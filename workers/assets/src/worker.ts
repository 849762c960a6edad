import { withCors } from "@crossgate/cloudflare";
import type { Env } from "./env.ts";
import { refuse } from "./refuse.ts";
import { serveAsset } from "./serve-asset.ts";

/**
 * Everything here is public, so every page may read it, and one response serves them all. It has no
 * `Vary`, with which caches would keep a copy for each page.
 */
export default withCors(
  { fetch: (request, env) => serveAsset(request, env) },
  {
    origin: "*",
    allowMethods: ["GET", "HEAD"],
    // A request that browsers send by themselves needs no permission; a page's own fetch does.
    allowHeaders: [
      "cache-control",
      "if-match",
      "if-modified-since",
      "if-none-match",
      "if-range",
      "if-unmodified-since",
      "pragma",
      "range",
    ],
    // Beside those that every page sees: Cache-Control, Content-Length, Content-Type, Last-Modified.
    exposeHeaders: [
      "accept-ranges",
      "content-disposition",
      "content-encoding",
      "content-range",
      "etag",
    ],
    maxAge: 86_400,
    onError: (error, request) => {
      console.error(`${request.method} ${request.url} failed`, error);
      return refuse(503, "The store did not answer. Try again.", { "retry-after": "5" });
    },
  },
) satisfies ExportedHandler<Env>;
