import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import { isTwofold } from "../wanted.ts";
import { maxAge } from "./headers.ts";
import { originOf } from "./origin-expression.ts";

export const koa: Product = {
  name: "koa",
  title: "Koa with @koa/cors",
  audience: "server",
  docs: "https://github.com/koajs/cors",
  proven: true,
  coversFailures: true,
  // What Koa answers by itself is plain text whose charset it writes in small letters.
  signs: [
    {
      in: "text",
      pattern: /^utf-8 (?:Not Found|Internal Server Error|Method Not Allowed)$/,
      sure: 2,
    },
    { in: "access-control-allow-methods", pattern: /^GET,HEAD,PUT,POST,DELETE,PATCH$/, sure: 2 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      'In front of every other app.use(), instead of the present cors(); import cors from "@koa/cors":',
    language: "js",
    code: lines(
      "app.use(cors({",
      "  origin: (context) =>",
      `    ${originOf('context.get("Origin")', wanted, '""', "    ")},`,
      `  allowMethods: ${list(wanted.methods)},`,
      !wanted.anyHeader && `  allowHeaders: ${list(wanted.headers)},`,
      wanted.expose.length > 0 && `  exposeHeaders: ${list(wanted.expose)},`,
      wanted.credentials &&
        (isTwofold(wanted)
          ? `  credentials: (context) =>\n    ${list(wanted.origins)}.includes(context.get("Origin")),`
          : "  credentials: true,"),
      `  maxAge: ${maxAge},`,
      "  keepHeadersOnError: true,",
      "}));",
    ),
  }),
};
