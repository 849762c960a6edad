import type { Product } from "../product.ts";
import { documented } from "./documented.ts";
import { originsOf } from "./lists.ts";

export const keycloak: Product = documented({
  name: "keycloak",
  title: "Keycloak",
  audience: "server",
  docs: "https://www.keycloak.org/docs/latest/server_admin/#_oidc_clients",
  signs: [{ in: "path", pattern: /\/realms\/[^/]+\/(?:protocol|\.well-known|account)/, sure: 3 }],
  where:
    "In the realm: Clients, the page's client, Web origins (no slash at the end, + for all redirect URIs), beside those that are there:",
  language: "text",
  code: (wanted) => originsOf(wanted).join("\n"),
});
