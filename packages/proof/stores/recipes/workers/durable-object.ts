import { DurableObject } from "cloudflare:workers";
import { withCors, type WorkerContext } from "@crossgate/cloudflare";
import { rememberedOrigins } from "@crossgate/origins";

interface Env {
  readonly ORIGINS: DurableObjectNamespace<Origins>;
}

/** One object for each tenant: what it was told last is what it answers, everywhere. */
export class Origins extends DurableObject<Env> {
  has(origin: string): boolean {
    return this.ctx.storage.kv.get(origin) !== undefined;
  }

  allow(origin: string): void {
    this.ctx.storage.kv.put(origin, true);
  }

  remove(origin: string): void {
    this.ctx.storage.kv.delete(origin);
  }
}

/** Made once for each isolate; the objects come with each request. */
const origin = rememberedOrigins<WorkerContext<Env>>(
  (origin, { env }) => env.ORIGINS.getByName("acme").has(origin),
  { ttl: 5, staleFor: 300, keep: (lookUp, { ctx }) => ctx.waitUntil(lookUp) },
);

export default withCors(
  { fetch: () => Response.json({ data: "hello world" }) },
  { origin, credentials: true },
) satisfies ExportedHandler<Env>;
