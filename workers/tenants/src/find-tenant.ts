import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./env.ts";
import { problem } from "./problem.ts";
import { isTenantName } from "./tenant-name.ts";
import { readTenant } from "./tenants.ts";

/** The tenant that the path names, for the handlers behind it; without one they don't run. */
export const findTenant: MiddlewareHandler<AppEnv> = async (c, next) => {
  const name = c.req.param("tenant");
  const tenant = isTenantName(name) ? await readTenant(c.env.TENANTS, name) : null;
  if (!tenant) return problem(404, "There is no such tenant.");
  c.set("tenant", tenant);
  return next();
};
