import { env } from "node:process";
import { originsFrom } from "@crossgate/core";
import { cors } from "@crossgate/hono";
import { Hono } from "hono";

const app = new Hono();

app.use(cors({ origin: originsFrom(env["ALLOWED_ORIGINS"]), credentials: true }));

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
