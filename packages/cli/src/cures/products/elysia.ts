import type { Product } from "../product.ts";
import { jsObject } from "../text.ts";
import { isTwofold } from "../wanted.ts";
import { maxAge } from "./headers.ts";

export const elysia: Product = {
  name: "elysia",
  title: "Elysia with @elysiajs/cors",
  audience: "server",
  docs: "https://elysiajs.com/plugins/cors.html",
  proven: true,
  signs: [{ in: "body", pattern: /^(?:NOT_FOUND|INTERNAL_SERVER_ERROR)$/, sure: 3 }],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where:
            'In front of every route, instead of the present cors(); import { cors } from "@elysiajs/cors":',
          language: "js",
          code: `app.use(cors(${jsObject({
            origin: wanted.everyone ? "*" : wanted.origins,
            methods: wanted.methods,
            allowedHeaders: wanted.anyHeader ? undefined : wanted.headers,
            exposeHeaders: wanted.expose,
            credentials: wanted.credentials,
            maxAge,
          })}));`,
        },
};
