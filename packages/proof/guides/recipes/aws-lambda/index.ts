import { cors } from "@crossgate/hono";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

const app = new Hono();

app.use(
  cors({
    origin: ["https://myapp.com", "http://localhost:*"],
    allowMethods: ["GET", "POST", "PUT"],
    allowHeaders: ["content-type"],
    credentials: true,
    maxAge: 7200,
  }),
);

app.get("/api/data", (c) => c.json({ data: "hello world" }));
app.post("/api/data", async (c) => c.json({ received: await c.req.text() }));
app.get("/api/fails", () => {
  throw new Error("the database is down");
});

export const handler = handle(app);
