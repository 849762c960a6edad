import type { Tenant } from "./tenants.ts";

export interface Bindings {
  readonly TENANTS: KVNamespace;
  /** A secret of at least 32 characters. */
  readonly ADMIN_TOKEN: string;
  /** Seconds for which an isolate caches an allowed origin; a string where `--var` sets it. */
  readonly ALLOWED_TTL: number | string;
  /** Seconds for which an isolate caches a denied origin. */
  readonly DENIED_TTL: number | string;
}

/** What Hono's context holds. */
export interface AppEnv {
  readonly Bindings: Bindings;
  readonly Variables: { tenant: Tenant };
}
