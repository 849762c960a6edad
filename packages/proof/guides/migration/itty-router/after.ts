import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { AutoRouter, type IRequest } from "itty-router";
import { serve } from "srvx";

const cors = createCors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["content-type"],
  exposeHeaders: ["x-request-id"],
  credentials: true,
  maxAge: 7200,
});

const router = AutoRouter({
  catch: (error: Error) => {
    console.error(error.message);
    return Response.json({ error: "internal" }, { status: 500 });
  },
});

router
  .get("/data", () => {
    const headers = { vary: "accept-language", "x-request-id": crypto.randomUUID() };
    return Response.json({ data: "hello world" }, { headers });
  })
  .put("/data", async (request: IRequest) => ({ received: await request.json() }))
  .options("/data", () => new Response(null, { headers: { allow: "GET, PUT, OPTIONS" } }))
  // What a proxied service answers that has its own opinion on CORS.
  .get("/upstream", () => {
    return new Response("from upstream", { headers: { "access-control-allow-origin": "*" } });
  })
  .get("/fails", () => {
    throw new Error("the database is down");
  });

serve({
  fetch: cors.wrap((request: Request): Promise<Response> => router.fetch(request)),
  port: Number(env["PORT"] ?? 8787),
  silent: true,
});
