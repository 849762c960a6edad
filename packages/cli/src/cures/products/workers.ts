import type { Product } from "../product.ts";
import { crossgateImport, crossgatePolicy } from "./crossgate-options.ts";

export const workers: Product = {
  name: "workers",
  title: "Cloudflare Workers",
  audience: "server",
  docs: "https://developers.cloudflare.com/workers/examples/cors-header-proxy/",
  proven: true,
  coversFailures: true,
  signs: [
    { in: "host", pattern: /\.workers\.dev$/, sure: 3 },
    { in: "body", pattern: /Worker threw exception|error code: 1101/, sure: 3 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where: `Around the Worker, instead of its own CORS headers; import { withCors } from "@crossgate/cloudflare"${crossgateImport(wanted)}:`,
    language: "js",
    code: `export default withCors(worker, ${crossgatePolicy(wanted)});`,
  }),
};
