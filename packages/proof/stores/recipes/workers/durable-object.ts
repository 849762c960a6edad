import { DurableObject } from "cloudflare:workers";
import { withCors, type WorkerContext } from "@crossgate/cloudflare";
import { rememberedOrigins } from "@crossgate/origins";

interface Env {
  readonly ORIGINS: DurableObjectNamespace<Origins>;
}

/** One object for each tenant: what it was told last is what it answers, everywhere. */
export class Origins extends DurableObject<Env> {
  readonly #waiting = new Set<() => void>();

  has(origin: string): boolean {
    return this.ctx.storage.kv.get(origin) !== undefined;
  }

  allow(origin: string): void {
    this.ctx.storage.kv.put(origin, true);
    this.#tell();
  }

  remove(origin: string): void {
    this.ctx.storage.kv.delete(origin);
    this.#tell();
  }

  /** The version of what it holds: at once if that is another one, else when it changes. */
  async changedSince(seen: number | undefined, milliseconds: number): Promise<number> {
    if (seen === this.#version()) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.add(resolve);
      await Promise.race([promise, scheduler.wait(milliseconds)]);
      this.#waiting.delete(resolve);
    }
    return this.#version();
  }

  #version(): number {
    return this.ctx.storage.kv.get<number>("version") ?? 0;
  }

  #tell(): void {
    this.ctx.storage.kv.put("version", this.#version() + 1);
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** Made once for each isolate; the objects come with each request. */
const origin = rememberedOrigins<WorkerContext<Env>>(
  (origin, { env }) => env.ORIGINS.getByName("acme").has(origin),
  { ttl: 30, staleFor: 300, keep: (lookUp, { ctx }) => ctx.waitUntil(lookUp) },
);

/** A request may go on for half a minute behind its response. */
const WAIT = 20_000;
let version: number | undefined;
let followedUntil = 0;

/** Waits behind a request for the next change, since nothing else can reach an isolate. */
function follow({ env, ctx }: WorkerContext<Env>): void {
  if (Date.now() < followedUntil) return;
  followedUntil = Date.now() + WAIT;
  ctx.waitUntil(waitForChanges(env, followedUntil));
}

async function waitForChanges(env: Env, until: number): Promise<void> {
  const origins = env.ORIGINS.getByName("acme");
  for (let left = WAIT; left > 0; left = until - Date.now()) {
    const current = await origins.changedSince(version, left);
    if (current !== version) origin.forget();
    version = current;
  }
}

export default withCors(
  { fetch: () => Response.json({ data: "hello world" }) },
  {
    origin: (page, context) => {
      follow(context);
      return origin(page, context);
    },
    credentials: true,
  },
) satisfies ExportedHandler<Env>;
