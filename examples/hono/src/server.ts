import { env } from "node:process";
import { cors } from "@crossgate/hono";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();

app.use(
  "/api/*",
  cors({
    origin: ["https://myapp.com", "http://localhost:*"],
    allowMethods: ["GET", "PUT"],
    allowHeaders: ["content-type"],
    exposeHeaders: ["x-request-id"],
  }),
);

app.get("/api/hello", (c) => {
  c.header("x-request-id", crypto.randomUUID());
  return c.json({ data: "hello world" });
});

app.put("/api/hello", async (c) => c.json({ received: await c.req.json() }));

serve({ fetch: app.fetch, port: Number(env["PORT"] ?? 8787) }, ({ port }) => {
  console.log(`http://localhost:${port}/api/hello`);
});
