import type { Product } from "../product.ts";
import { functionCode, inFunction } from "./cloud-function.ts";
import { documented } from "./documented.ts";
import { header, host, server } from "./signs.ts";

export const vercel: Product = documented({
  name: "vercel",
  title: "Vercel",
  audience: "cloud",
  docs: "https://vercel.com/guides/how-to-enable-cors",
  signs: [server(/^Vercel/), header("x-vercel-id"), host(/\.vercel\.app$/)],
  where: inFunction,
  language: "js",
  code: functionCode,
});
