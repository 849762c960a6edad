import { createCors } from "@crossgate/core";
import { Hono } from "hono";

const cors = createCors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  credentials: true,
});

const app = new Hono();

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default { fetch: cors.wrap((request: Request) => app.fetch(request)) };
