import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { originsOf } from "./lists.ts";
import { header, server } from "./signs.ts";

export const envoy: Product = documented({
  name: "envoy",
  title: "Envoy and Istio",
  audience: "proxy",
  docs: "https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter",
  signs: [server(/^(?:envoy|istio-envoy)/), header("x-envoy-upstream-service-time")],
  where:
    "In the virtual host, as its member typed_per_filter_config; the filter envoy.filters.http.cors stands in front of the router's:",
  language: "yaml",
  code: (wanted) =>
    lines(
      "typed_per_filter_config:",
      "  envoy.filters.http.cors:",
      '    "@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy',
      "    allow_origin_string_match:",
      originsOf(wanted)
        .map((origin) =>
          origin === "*" ? '      - prefix: ""' : `      - exact: ${JSON.stringify(origin)}`,
        )
        .join("\n"),
      `    allow_methods: ${JSON.stringify(wanted.methods.join(","))}`,
      `    allow_headers: ${JSON.stringify(wanted.headers.join(","))}`,
      wanted.expose.length > 0 && `    expose_headers: ${JSON.stringify(wanted.expose.join(","))}`,
      wanted.credentials && "    allow_credentials: true",
      `    max_age: "${maxAge}"`,
    ),
});
