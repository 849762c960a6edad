import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { headersOf, originsOf, yamlList } from "./lists.ts";

export const traefik: Product = documented({
  name: "traefik",
  title: "Traefik",
  audience: "proxy",
  docs: "https://doc.traefik.io/traefik/middlewares/http/headers/#cors-headers",
  // Its 404 is that of every program in Go.
  signs: [{ in: "text", pattern: /^utf-8 (?:Bad Gateway|Gateway Timeout)$/, sure: 1 }],
  where:
    "In the dynamic configuration; name the middleware cors in the router's middlewares, first:",
  language: "yaml",
  code: (wanted) =>
    lines(
      "http:",
      "  middlewares:",
      "    cors:",
      "      headers:",
      "        accessControlAllowOriginList:",
      yamlList(originsOf(wanted), "          "),
      "        accessControlAllowMethods:",
      yamlList(wanted.methods, "          "),
      "        accessControlAllowHeaders:",
      yamlList(headersOf(wanted), "          "),
      wanted.expose.length > 0 && "        accessControlExposeHeaders:",
      wanted.expose.length > 0 && yamlList(wanted.expose, "          "),
      wanted.credentials && "        accessControlAllowCredentials: true",
      `        accessControlMaxAge: ${maxAge}`,
      "        addVaryHeader: true",
    ),
});
