import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { serve } from "srvx";
import { origin, type Tenant } from "./origins.ts";

const cors = createCors<Tenant>({
  origin,
  allowMethods: ["GET"],
  allowHeaders: ["authorization"],
});

/** `/acme/hello` is the API of the tenant `acme`. */
const handle = cors.wrap(async (_request: Request, { tenant } = { tenant: "" }) =>
  Response.json({ data: `hello ${tenant}` }),
);

function route(request: Request): Response | Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/health") return new Response("ok");
  const [, tenant] = /^\/([a-z0-9-]+)\/hello$/.exec(pathname) ?? [];
  if (tenant === undefined) return new Response(null, { status: 404 });
  return handle(request, { tenant });
}

const server = serve({ fetch: route, port: Number(env["PORT"] ?? 8787), silent: true });
await server.ready();
console.log(`${server.url}acme/hello`);
