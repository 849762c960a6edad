import type { Product } from "../product.ts";
import { functionCode, inFunction } from "./cloud-function.ts";
import { documented } from "./documented.ts";
import { host, server } from "./signs.ts";

export const cloudRun: Product = documented({
  name: "cloud-run",
  title: "Google Cloud Run and Functions",
  audience: "cloud",
  docs: "https://cloud.google.com/functions/docs/writing/write-http-functions#handling_cors_requests",
  signs: [server(/^Google Frontend/), host(/\.(?:run\.app|cloudfunctions\.net)$/)],
  where: `${inFunction} Let the service allow unauthenticated calls too, since a preflight has no token:`,
  language: "js",
  code: functionCode,
});
