import type { Product } from "../product.ts";
import { functionCode, inFunction } from "./cloud-function.ts";
import { documented } from "./documented.ts";
import { header } from "./signs.ts";

export const supabase: Product = documented({
  name: "supabase",
  title: "Supabase Edge Functions",
  audience: "cloud",
  docs: "https://supabase.com/docs/guides/functions/cors",
  // Its other paths are the platform's own, which no one configures.
  signs: [
    header("x-sb-edge-region"),
    header("x-deno-execution-id"),
    { in: "url", pattern: /\.supabase\.(?:co|in)\/functions\//, sure: 3 },
  ],
  where: `${inFunction} A preflight has no JWT, so answer it before you look at the token:`,
  language: "js",
  code: functionCode,
});
