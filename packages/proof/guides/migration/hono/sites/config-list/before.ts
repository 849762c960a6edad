import { Hono } from "hono";
import { cors } from "hono/cors";

const config: { origins: string[] } = {
  origins: ["https://myapp.com", "https://admin.myapp.com"],
};

const app = new Hono();

app.use(cors({ origin: config.origins, credentials: true }));

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
