import type { Product } from "../product.ts";
import { functionCode, inFunction } from "./cloud-function.ts";
import { documented } from "./documented.ts";
import { header, host } from "./signs.ts";

export const supabase: Product = documented({
  name: "supabase",
  title: "Supabase Edge Functions",
  audience: "cloud",
  docs: "https://supabase.com/docs/guides/functions/cors",
  signs: [
    header("sb-project-ref"),
    header("sb-gateway-version"),
    header("x-sb-edge-region"),
    host(/\.supabase\.(?:co|in)$/),
  ],
  where: `${inFunction} A preflight has no JWT, so answer it before you look at the token:`,
  language: "js",
  code: functionCode,
});
