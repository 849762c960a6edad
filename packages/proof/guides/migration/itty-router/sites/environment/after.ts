import { withCors } from "@crossgate/cloudflare";
import { originsFrom } from "@crossgate/core";
import { AutoRouter } from "itty-router";

interface Env {
  readonly ALLOWED_ORIGINS: string;
}

const router = AutoRouter();

router.get("/data", () => "hello world").put("/data", () => "saved");

export default withCors(
  { fetch: (request: Request): Promise<Response> => router.fetch(request) },
  (env: Env) => ({ origin: originsFrom(env.ALLOWED_ORIGINS) }),
);
