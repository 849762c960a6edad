import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { originsOf } from "./lists.ts";

/** What it allows unless it is told. */
const standard = ["content-type", "authorization"];

export const directus: Product = documented({
  name: "directus",
  title: "Directus",
  audience: "server",
  docs: "https://directus.io/docs/configuration/security-limits#cors",
  signs: [{ in: "x-powered-by", pattern: /^Directus/i, sure: 3 }],
  where: "In its environment (.env or the container's), then a restart:",
  language: "sh",
  code: (wanted) =>
    lines(
      'CORS_ENABLED="true"',
      `CORS_ORIGIN="${originsOf(wanted).join(",")}"`,
      `CORS_METHODS="${wanted.methods.join(",")}"`,
      `CORS_ALLOWED_HEADERS="${[...new Set([...standard, ...wanted.headers])].join(",")}"`,
      wanted.expose.length > 0 && `CORS_EXPOSED_HEADERS="${wanted.expose.join(",")}"`,
      `CORS_CREDENTIALS="${wanted.credentials}"`,
      `CORS_MAX_AGE="${maxAge}"`,
    ),
});
