import { env } from "node:process";
import { serve } from "srvx";
import { staticMiddleware } from "srvx/static";

const { default: application } = await import(
  new URL("./dist/server/server.js", import.meta.url).href
);

serve({
  middleware: [staticMiddleware({ dir: "dist/client" })],
  fetch: (request) => application.fetch(request),
  port: Number(env["PORT"] ?? 8787),
});
