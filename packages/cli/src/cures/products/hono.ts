import type { Product } from "../product.ts";
import { jsObject, list } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { crossgateOptions } from "./crossgate-options.ts";

function codeOf(wanted: Wanted): string {
  if (!isTwofold(wanted)) return `app.use("*", cors(${jsObject(crossgateOptions(wanted))}));`;
  return `const named = cors(${jsObject(crossgateOptions({ ...wanted, everyone: false }))});
const open = cors(${jsObject(crossgateOptions({ ...wanted, credentials: false }))});
app.use("*", async (c, next) => {
  const origin = c.req.header("origin") ?? "";
  const isNamed = ${list(wanted.origins)}.includes(origin);
  const response = await (isNamed ? named : open)(c, next);
  c.header("Vary", "Origin", { append: true });
  return response;
});`;
}

export const hono: Product = {
  name: "hono",
  title: "Hono with hono/cors",
  audience: "server",
  docs: "https://hono.dev/docs/middleware/builtin/cors",
  proven: true,
  coversFailures: true,
  signs: [
    {
      in: "access-control-allow-methods",
      pattern: /^GET,HEAD,PUT,POST,DELETE,PATCH,QUERY$/,
      sure: 2,
    },
    { in: "body", pattern: /^404 Not Found$/, sure: 2 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      'In front of every route and every other middleware, instead of the present cors(); import { cors } from "hono/cors":',
    language: "js",
    code: codeOf(wanted),
  }),
};
