import type { Product } from "../product.ts";
import { jsObject, list, listed } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";

function optionsOf(wanted: Wanted): Readonly<Record<string, unknown>> {
  return {
    origin: wanted.everyone && !wanted.credentials ? "*" : wanted.origins,
    allowMethods: wanted.methods,
    // Without a list it allows the headers that are asked for.
    allowHeaders: wanted.anyHeader ? undefined : wanted.headers,
    exposeHeaders: listed(wanted.expose),
    credentials: wanted.credentials || undefined,
    maxAge,
  };
}

function codeOf(wanted: Wanted): string {
  if (!isTwofold(wanted)) return `app.use("*", cors(${jsObject(optionsOf(wanted))}));`;
  return `const named = cors(${jsObject(optionsOf({ ...wanted, everyone: false }))});
const open = cors(${jsObject(optionsOf({ ...wanted, credentials: false }))});
app.use("*", async (c, next) => {
  const isNamed = ${list(wanted.origins)}.includes(c.req.header("origin") ?? "");
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
