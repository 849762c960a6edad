import { Hono } from "hono";
import { cors } from "hono/cors";

const options = {
  origin: "https://myapp.com",
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["Content-Type", "Authorization"],
  maxAge: 600,
  credentials: true,
};

const app = new Hono();

app.use("*", cors(options));

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
