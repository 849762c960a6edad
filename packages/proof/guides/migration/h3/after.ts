import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { H3 } from "h3";
import { serve } from "srvx";

const cors = createCors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["content-type"],
  exposeHeaders: ["x-request-id"],
  credentials: true,
  maxAge: 7200,
});

const app = new H3({
  onError: (error) => console.error(error.message),
});

app.get("/data", (event) => {
  event.res.headers.set("vary", "accept-language");
  event.res.headers.set("x-request-id", crypto.randomUUID());
  return { data: "hello world" };
});
app.put("/data", async (event) => ({ received: await event.req.json() }));
app.options("/data", () => new Response(null, { headers: { allow: "GET, PUT, OPTIONS" } }));

// What a proxied service answers that has its own opinion on CORS.
app.get("/upstream", () => {
  return new Response("from upstream", {
    headers: { "access-control-allow-origin": "*", vary: "accept-language" },
  });
});
app.get("/fails", () => {
  throw new Error("the database is down");
});

serve({
  fetch: cors.wrap((request: Request) => app.fetch(request)),
  port: Number(env["PORT"] ?? 8787),
  silent: true,
});
