import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { originsOf } from "./lists.ts";

/** What it allows unless it is told. */
const standard = ["content-type", "authorization", "origin", "accept"];

export const strapi: Product = documented({
  name: "strapi",
  title: "Strapi",
  audience: "server",
  docs: "https://docs.strapi.io/cms/configurations/middlewares#cors",
  signs: [{ in: "x-powered-by", pattern: /^Strapi/i, sure: 3 }],
  where:
    'In config/middlewares, with cors in the place of "strapi::cors" in its list; then a restart:',
  language: "js",
  code: (wanted) =>
    lines(
      "const cors = {",
      '  name: "strapi::cors",',
      "  config: {",
      `    origin: ${list(originsOf(wanted))},`,
      `    methods: ${list(wanted.methods)},`,
      `    headers: ${list([...new Set([...standard, ...wanted.headers])])},`,
      wanted.expose.length > 0 && `    expose: ${list(wanted.expose)},`,
      `    credentials: ${wanted.credentials},`,
      `    maxAge: ${maxAge},`,
      "    keepHeadersOnError: true,",
      "  },",
      "};",
    ),
});
