import { originsFrom } from "@crossgate/core";
import { cors, type HonoOptions } from "@crossgate/hono";
import { Hono } from "hono";

interface AppEnv {
  readonly Bindings: { readonly ALLOWED_ORIGINS: string };
}

let policy: HonoOptions<AppEnv> | undefined;

const app = new Hono<AppEnv>();

app.use(
  cors<AppEnv>((c) => {
    policy ??= { origin: originsFrom(c.env.ALLOWED_ORIGINS), credentials: true };
    return policy;
  }),
);

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
