import { cors } from "@crossgate/hono";
import type { AppEnv } from "./env.ts";
import { allowedOrigins } from "./allowed-origins.ts";
import { isTenantName } from "./tenant-name.ts";

/**
 * The tenant's pages, and no one else's. The tenant is the one whose API is asked for, read from the
 * path by the same router that picks the handler.
 *
 * No cookies: one host serves all tenants, so its cookies would be every tenant's.
 */
export const gate = cors<AppEnv>({
  origin: (origin, c) => {
    const tenant = c.req.param("tenant");
    if (!isTenantName(tenant)) return false;
    return allowedOrigins(c.env)(origin, tenant);
  },
  allowMethods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  allowHeaders: ["authorization", "content-type"],
  exposeHeaders: ["retry-after"],
});
