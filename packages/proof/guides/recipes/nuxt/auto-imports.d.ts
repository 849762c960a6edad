import type * as h3 from "h3-v1";

/** What Nuxt imports by itself, as it declares it in `.nuxt/types`. */
declare global {
  const defineEventHandler: typeof h3.defineEventHandler;
  const fromNodeMiddleware: typeof h3.fromNodeMiddleware;
  const readRawBody: typeof h3.readRawBody;
}
