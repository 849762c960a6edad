import { env } from "node:process";
import { createRequestHandler, type ServerBuild } from "react-router";
import { serve } from "srvx";
import { staticMiddleware } from "srvx/static";

const build: ServerBuild = await import(new URL("./dist/server/index.js", import.meta.url).href);
const handle = createRequestHandler(build);

serve({
  middleware: [staticMiddleware({ dir: "dist/client" })],
  fetch: (request) => handle(request),
  port: Number(env["PORT"] ?? 8787),
});
