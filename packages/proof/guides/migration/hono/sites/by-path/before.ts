import { Hono } from "hono";
import { cors } from "hono/cors";

const app = new Hono();

app.use(
  cors({
    origin: (origin, c) => {
      if (c.req.path.startsWith("/public/")) return "*";
      return origin === "https://myapp.com" ? origin : null;
    },
  }),
);

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
