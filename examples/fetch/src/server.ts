import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { serve } from "srvx";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["content-type"],
  exposeHeaders: ["x-request-id"],
});

async function handle(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== "/api/hello") return new Response(null, { status: 404 });
  if (request.method === "PUT") return Response.json({ received: await request.json() });
  const headers = { "x-request-id": crypto.randomUUID() };
  return Response.json({ data: "hello world" }, { headers });
}

const server = serve({ fetch: cors.wrap(handle), port: Number(env["PORT"] ?? 8787), silent: true });
await server.ready();
console.log(`${server.url}api/hello`);
