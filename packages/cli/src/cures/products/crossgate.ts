import type { Product } from "../product.ts";
import { jsObject, listed } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";

/** The options of `createCors`, and of every adapter. */
export function crossgateOptions(wanted: Wanted): Readonly<Record<string, unknown>> {
  return {
    origin: wanted.everyone && !wanted.credentials ? "*" : wanted.origins,
    allowMethods: wanted.methods,
    // Without a list every header is allowed.
    allowHeaders: wanted.anyHeader ? undefined : wanted.headers,
    exposeHeaders: listed(wanted.expose),
    credentials: wanted.credentials || undefined,
    maxAge,
  };
}

export const crossgate: Product = {
  name: "crossgate",
  title: "Crossgate",
  audience: "server",
  docs: "https://fetch.spec.whatwg.org/#http-cors-protocol",
  proven: true,
  signs: [{ in: "access-control-allow-headers", pattern: /^\*,authorization$/, sure: 3 }],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: "change",
          where: "The policy, wherever createCors or an adapter gets it:",
          language: "js",
          code: `createCors(${jsObject(crossgateOptions(wanted))});`,
        },
};

export const workers: Product = {
  name: "workers",
  title: "Cloudflare Workers",
  audience: "server",
  docs: "https://developers.cloudflare.com/workers/examples/cors-header-proxy/",
  proven: true,
  coversFailures: true,
  signs: [
    { in: "host", pattern: /\.workers\.dev$/, sure: 3 },
    { in: "body", pattern: /Worker threw exception|error code: 1101/, sure: 3 },
  ],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where:
            'Around the Worker, instead of its own CORS headers; import { withCors } from "@crossgate/cloudflare":',
          language: "js",
          code: `export default withCors(worker, ${jsObject(crossgateOptions(wanted))});`,
        },
};
