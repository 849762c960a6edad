import { corsByPath } from "@crossgate/core/by-path";
import { cors } from "@crossgate/hono";
import { Hono } from "hono";

const app = new Hono();

app.use(
  cors(
    corsByPath([
      { path: "/public/*", origin: "*" },
      { path: "*", origin: "https://myapp.com" },
    ]),
  ),
);

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
