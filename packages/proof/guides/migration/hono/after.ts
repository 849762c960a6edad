import { env } from "node:process";
import { cors } from "@crossgate/hono";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();

app.use(
  cors({
    origin: ["https://myapp.com", "https://admin.myapp.com"],
    allowMethods: ["GET", "PUT"],
    allowHeaders: ["content-type"],
    exposeHeaders: ["x-request-id"],
    credentials: true,
    maxAge: 7200,
  }),
);

app.get("/data", (c) => {
  c.header("vary", "accept-language");
  c.header("x-request-id", crypto.randomUUID());
  return c.json({ data: "hello world" });
});
app.put("/data", async (c) => c.json({ received: await c.req.json() }));
app.options("/data", (c) => c.body(null, 200, { allow: "GET, PUT, OPTIONS" }));

// What a proxied service answers that has its own opinion on CORS.
app.get("/upstream", (c) => c.body("from upstream", 200, { "access-control-allow-origin": "*" }));
app.get("/fails", () => {
  throw new Error("the database is down");
});

app.onError((error, c) => {
  console.error(error.message);
  return c.json({ error: "internal" }, 500);
});

serve({ fetch: app.fetch, port: Number(env["PORT"] ?? 8787) });
