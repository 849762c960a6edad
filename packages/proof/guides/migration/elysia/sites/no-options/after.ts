import { createCors } from "@crossgate/core";
import { Elysia } from "elysia";

const cors = createCors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  credentials: true,
});

/** What Elysia hands to `wrap`, which its own type leaves open. */
type Fetch = (request: Request) => Response | Promise<Response>;

export default new Elysia()
  .wrap((fetch) => cors.wrap(fetch as unknown as Fetch))
  .get("/data", "hello world")
  .put("/data", "saved");
