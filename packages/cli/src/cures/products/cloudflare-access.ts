import type { Product } from "../product.ts";
import { json } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { originsOf } from "./lists.ts";
import { header } from "./signs.ts";

export const cloudflareAccess: Product = documented({
  name: "cloudflare-access",
  title: "Cloudflare Access",
  audience: "cloud",
  docs: "https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/cors/",
  signs: [
    { in: "location", pattern: /cloudflareaccess\.com\/|\/cdn-cgi\/access\//, sure: 3 },
    header("cf-access-domain"),
    header("cf-access-aud"),
  ],
  where: "In the Access application: Settings, Cross-Origin Resource Sharing (CORS) settings:",
  language: "json",
  code: (wanted) =>
    json({
      cors_headers: {
        allowed_origins: originsOf(wanted),
        allowed_methods: wanted.methods,
        allowed_headers: wanted.headers,
        allow_credentials: wanted.credentials,
        max_age: maxAge,
      },
    }),
});
