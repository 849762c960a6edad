import { Hono } from "hono";
import { cors } from "hono/cors";

const own = ["https://myapp.com", "https://admin.myapp.com"];

const app = new Hono();

app.use(
  cors({
    origin: (origin) => (own.includes(origin) ? origin : "*"),
    allowMethods: (origin) => (own.includes(origin) ? ["GET", "PUT"] : ["GET"]),
    credentials: true,
  }),
);

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
