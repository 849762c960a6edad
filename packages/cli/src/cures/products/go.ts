import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { headersOf, originsOf, quoted } from "./lists.ts";
import { body } from "./signs.ts";

export const go: Product = documented({
  name: "go",
  title: "Go",
  audience: "server",
  docs: "https://github.com/rs/cors",
  // What net/http, gin and others say of a path that they do not have. Traefik says the same.
  signs: [body(/^404 page not found\n?$/, 2)],
  where:
    "Around the router of net/http, gin, chi or gorilla, where the server gets it as its handler; go get github.com/rs/cors:",
  language: "go",
  code: (wanted) =>
    lines(
      "handler := cors.New(cors.Options{",
      `\tAllowedOrigins: []string{${quoted(originsOf(wanted))}},`,
      `\tAllowedMethods: []string{${quoted(wanted.methods)}},`,
      `\tAllowedHeaders: []string{${quoted(headersOf(wanted))}},`,
      wanted.expose.length > 0 && `\tExposedHeaders: []string{${quoted(wanted.expose)}},`,
      wanted.credentials && "\tAllowCredentials: true,",
      `\tMaxAge: ${maxAge},`,
      "}).Handler(router)",
    ).replaceAll("\t", "    "),
});
