import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { headersOf, originsOf, quoted } from "./lists.ts";
import { body, header } from "./signs.ts";

export const spring: Product = documented({
  name: "spring",
  title: "Spring",
  audience: "server",
  docs: "https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html",
  signs: [
    body(/^Invalid CORS request$/),
    body(/Whitelabel Error Page/),
    header("x-application-context"),
    body(/^\{"timestamp":"[^"]*","status":\d{3},"error":"[^"]*"/),
    {
      in: "vary",
      pattern: /Origin, ?Access-Control-Request-Method, ?Access-Control-Request-Headers/,
      sure: 2,
    },
    // What Spring Security sends with every response.
    {
      in: "cache-control",
      pattern: /^no-cache, no-store, max-age=0, must-revalidate$/,
      sure: 2,
    },
  ],
  where:
    "As a bean of a @Configuration class, instead of @CrossOrigin; with Spring Security also http.cors(Customizer.withDefaults()):",
  language: "java",
  code: (wanted) =>
    lines(
      "@Bean",
      "CorsConfigurationSource corsConfigurationSource() {",
      ...configuration("cors", wanted),
      "    var source = new UrlBasedCorsConfigurationSource();",
      '    source.registerCorsConfiguration("/**", cors);',
      "    return source;",
      "}",
    ),
  twofold: (wanted) =>
    lines(
      "@Bean",
      "CorsConfigurationSource corsConfigurationSource() {",
      ...configuration("named", { ...wanted, everyone: false }),
      ...configuration("open", { ...wanted, credentials: false }),
      "    return request -> {",
      '        String origin = request.getHeader("Origin");',
      "        return named.getAllowedOrigins().contains(origin) ? named : open;",
      "    };",
      "}",
    ),
});

function configuration(name: string, wanted: Wanted): readonly (string | false)[] {
  return [
    `    var ${name} = new CorsConfiguration();`,
    `    ${name}.setAllowedOrigins(List.of(${quoted(originsOf(wanted))}));`,
    `    ${name}.setAllowedMethods(List.of(${quoted(wanted.methods)}));`,
    `    ${name}.setAllowedHeaders(List.of(${quoted(headersOf(wanted))}));`,
    wanted.expose.length > 0 && `    ${name}.setExposedHeaders(List.of(${quoted(wanted.expose)}));`,
    wanted.credentials && `    ${name}.setAllowCredentials(true);`,
    `    ${name}.setMaxAge(${maxAge}L);`,
  ];
}
