import type { Product } from "../product.ts";
import { jsObject, listed } from "../text.ts";
import { isTwofold } from "../wanted.ts";
import { maxAge } from "./headers.ts";

export const hapi: Product = {
  name: "hapi",
  title: "hapi",
  audience: "server",
  docs: "https://hapi.dev/api/#-routeoptionscors",
  proven: true,
  coversFailures: true,
  signs: [
    { in: "body", pattern: /^\{"statusCode":\d{3},"error":"[^"]*","message":"[^"]*"\}$/, sure: 2 },
  ],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where: "In the options of Hapi.server(), as its member routes:",
          language: "js",
          code: `routes: {\n  cors: ${jsObject(
            {
              origin: wanted.everyone ? ["*"] : wanted.origins,
              additionalHeaders: listed(wanted.headers),
              additionalExposedHeaders: listed(wanted.expose),
              credentials: wanted.credentials || undefined,
              maxAge,
            },
            "  ",
          )},\n}`,
        },
};
