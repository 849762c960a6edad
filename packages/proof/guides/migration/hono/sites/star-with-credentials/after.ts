import { corsByOrigin } from "@crossgate/core/by-origin";
import { cors } from "@crossgate/hono";
import { Hono } from "hono";

const app = new Hono();

app.use(
  cors(
    corsByOrigin([
      { origin: ["https://myapp.com", "https://*.myapp.com"], credentials: true },
      { origin: "*" },
    ]),
  ),
);

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
