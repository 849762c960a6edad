import { cors } from "@crossgate/hono";
import { Hono } from "hono";

const app = new Hono();

app.use(
  cors({
    origin: ["https://myapp.com", "https://*.myapp.com"],
    credentials: true,
  }),
);

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
