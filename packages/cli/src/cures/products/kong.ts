import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { originsOf, yamlList } from "./lists.ts";
import { body, header, server } from "./signs.ts";

export const kong: Product = documented({
  name: "kong",
  title: "Kong Gateway",
  audience: "proxy",
  docs: "https://docs.konghq.com/hub/kong-inc/cors/",
  signs: [
    server(/^kong/i),
    { in: "via", pattern: /kong/i, sure: 3 },
    header("x-kong-request-id"),
    body(/no Route matched with those values/),
  ],
  where: "In the declarative configuration, under plugins of the service or the route:",
  language: "yaml",
  code: (wanted) =>
    lines(
      "plugins:",
      "  - name: cors",
      "    config:",
      "      origins:",
      yamlList(originsOf(wanted), "        "),
      "      methods:",
      yamlList(wanted.methods, "        "),
      !wanted.anyHeader && "      headers:",
      !wanted.anyHeader && yamlList(wanted.headers, "        "),
      wanted.expose.length > 0 && "      exposed_headers:",
      wanted.expose.length > 0 && yamlList(wanted.expose, "        "),
      `      credentials: ${wanted.credentials}`,
      `      max_age: ${maxAge}`,
      "      preflight_continue: false",
    ),
});
