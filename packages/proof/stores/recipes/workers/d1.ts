import { withCors, type WorkerContext } from "@crossgate/cloudflare";
import { rememberedOrigins } from "@crossgate/origins";

interface Env {
  readonly DB: D1Database;
}

const HAS = "SELECT 1 AS found FROM allowed_origins WHERE tenant = ? AND origin = ?";

/** Made once for each isolate; the database comes with each request. */
const origin = rememberedOrigins<WorkerContext<Env>>(
  (origin, { env }) => env.DB.prepare(HAS).bind("acme", origin).first<number>("found"),
  { ttl: 60, staleFor: 300, keep: (lookUp, { ctx }) => ctx.waitUntil(lookUp) },
);

export default withCors(
  { fetch: () => Response.json({ data: "hello world" }) },
  { origin, credentials: true },
) satisfies ExportedHandler<Env>;
