import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { headersOf, originsOf, quoted } from "./lists.ts";
import { body } from "./signs.ts";

export const spring: Product = documented({
  name: "spring",
  title: "Spring",
  audience: "server",
  docs: "https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html",
  signs: [
    body(/^Invalid CORS request$/),
    body(/Whitelabel Error Page/),
    body(/^\{"timestamp":"[^"]*","status":\d{3},"error":"[^"]*"/),
    {
      in: "vary",
      pattern: /Origin, ?Access-Control-Request-Method, ?Access-Control-Request-Headers/,
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
      "    CorsConfiguration cors = new CorsConfiguration();",
      `    cors.setAllowedOrigins(List.of(${quoted(originsOf(wanted))}));`,
      `    cors.setAllowedMethods(List.of(${quoted(wanted.methods)}));`,
      `    cors.setAllowedHeaders(List.of(${quoted(headersOf(wanted))}));`,
      wanted.expose.length > 0 && `    cors.setExposedHeaders(List.of(${quoted(wanted.expose)}));`,
      wanted.credentials && "    cors.setAllowCredentials(true);",
      `    cors.setMaxAge(${maxAge}L);`,
      "    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();",
      '    source.registerCorsConfiguration("/**", cors);',
      "    return source;",
      "}",
    ),
});
