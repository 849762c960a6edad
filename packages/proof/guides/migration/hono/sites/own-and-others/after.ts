import { corsByOrigin } from "@crossgate/core/by-origin";
import { cors } from "@crossgate/hono";
import { Hono } from "hono";

const own = ["https://myapp.com", "https://admin.myapp.com"];

const app = new Hono();

app.use(
  cors(
    corsByOrigin([
      { origin: own, allowMethods: ["GET", "PUT"], credentials: true },
      { origin: "*", allowMethods: ["GET"] },
    ]),
  ),
);

app.get("/data", (c) => c.text("hello world"));
app.put("/data", (c) => c.text("saved"));

export default app;
