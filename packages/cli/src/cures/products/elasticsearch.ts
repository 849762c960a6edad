import type { Product } from "../product.ts";
import { folded, lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { body, header } from "./signs.ts";

/** What it allows unless it is told. */
const standard = ["x-requested-with", "content-type", "authorization"];

export const elasticsearch: Product = documented({
  name: "elasticsearch",
  title: "Elasticsearch",
  audience: "server",
  docs: "https://www.elastic.co/guide/en/elasticsearch/reference/current/modules-network.html#http-cors",
  signs: [header("x-elastic-product"), body(/"tagline"\s*:\s*"You Know, for Search"/)],
  where: "In elasticsearch.yml, then a restart:",
  language: "yaml",
  code: (wanted) =>
    lines(
      "http.cors.enabled: true",
      `http.cors.allow-origin: ${JSON.stringify(wanted.everyone ? "*" : wanted.origins.join(","))}`,
      `http.cors.allow-methods: ${JSON.stringify([...wanted.methods, "OPTIONS"].join(","))}`,
      folded([
        "http.cors.allow-headers:",
        JSON.stringify([...new Set([...standard, ...wanted.headers])].join(",")),
      ]),
      wanted.credentials && "http.cors.allow-credentials: true",
      `http.cors.max-age: ${maxAge}`,
    ),
});
