import { Hono } from "hono";
import { cors } from "hono/cors";

interface AppEnv {
  readonly Bindings: { readonly ALLOWED_ORIGINS: string };
}

const app = new Hono<AppEnv>();

app.use(async (c, next) => {
  const gate = cors({ origin: c.env.ALLOWED_ORIGINS.split(","), credentials: true });
  return gate(c, next);
});

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
