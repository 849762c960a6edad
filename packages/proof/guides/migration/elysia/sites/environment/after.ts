import { env } from "node:process";
import { createCors, originsFrom } from "@crossgate/core";
import { Elysia } from "elysia";

const cors = createCors({ origin: originsFrom(env["ALLOWED_ORIGINS"]), credentials: true });

/** What Elysia hands to `wrap`, which its own type leaves open. */
type Fetch = (request: Request) => Response | Promise<Response>;

export default new Elysia()
  .wrap((fetch) => cors.wrap(fetch as unknown as Fetch))
  .get("/data", "hello world")
  .put("/data", "saved");
