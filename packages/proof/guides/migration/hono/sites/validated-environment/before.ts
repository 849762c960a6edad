import { env } from "node:process";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { z } from "zod";

const settings = z
  .object({ ALLOWED_ORIGINS: z.string().transform((text) => text.split(",")) })
  .parse(env);

const app = new Hono();

app.use(cors({ origin: settings.ALLOWED_ORIGINS, credentials: true }));

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
