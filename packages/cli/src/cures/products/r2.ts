import type { Product } from "../product.ts";
import { bucketRule } from "./bucket.ts";
import { json } from "../text.ts";
import { documented } from "./documented.ts";
import { host } from "./signs.ts";

export const r2: Product = documented({
  name: "r2",
  title: "Cloudflare R2",
  audience: "cloud",
  docs: "https://developers.cloudflare.com/r2/buckets/cors/",
  answersOriginOnly: true,
  signs: [host(/\.r2\.(?:cloudflarestorage\.com|dev)$/)],
  where: "In the bucket: Settings, CORS policy, beside the rules that are there:",
  language: "json",
  code: (wanted) => json([bucketRule(wanted)]),
});
