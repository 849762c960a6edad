import { createCors } from "@crossgate/core";
import { Elysia } from "elysia";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});

/** What Elysia hands to `wrap`, which its own type leaves open. */
type Fetch = (request: Request) => Response | Promise<Response>;

new Elysia()
  .wrap((fetch) => cors.wrap(fetch as unknown as Fetch))
  .get("/api/data", { data: "hello world" })
  .post("/api/data", ({ body }) => ({ received: body }))
  .get("/api/fails", () => {
    throw new Error("the database is down");
  })
  .listen(Number(process.env["PORT"] ?? 8787));
