import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { isTwofold } from "../wanted.ts";
import { crossgatePolicy } from "./crossgate-options.ts";

export const next: Product = {
  name: "next",
  title: "Next.js",
  audience: "server",
  docs: "https://nextjs.org/docs/app/api-reference/file-conventions/proxy",
  proven: true,
  signs: [{ in: "x-powered-by", pattern: /^Next\.js/, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "As proxy.ts beside the folder app, for its route handlers under api, instead of CORS headers in next.config and in routes:",
    language: "js",
    code: lines(
      'import { corsProxy } from "@crossgate/next";',
      isTwofold(wanted) && 'import { corsByOrigin } from "@crossgate/core/by-origin";',
      "",
      `export const proxy = corsProxy(${crossgatePolicy(wanted)}, {`,
      "  routeHandlersOnly: true,",
      "});",
      "",
      'export const config = { matcher: "/api/:path*" };',
    ),
  }),
};
