import { Hono } from "hono";
import type { AppEnv } from "../env.ts";
import { findTenant } from "../find-tenant.ts";
import { sweepOrigins } from "../origins.ts";
import { createTenant, listTenants, readTenant, removeTenant, type Tenant } from "../tenants.ts";
import { validated } from "./validated.ts";
import { PageQuery, TenantParam } from "./schemas.ts";

export const tenantRoutes = new Hono<AppEnv>();

tenantRoutes.get("/", validated("query", PageQuery), async (c) => {
  const { names, cursor } = await listTenants(c.env.TENANTS, c.req.valid("query"));
  return c.json({ tenants: names, cursor });
});

tenantRoutes.get("/:tenant", findTenant, (c) => c.json(shown(c.var.tenant)));

tenantRoutes.put("/:tenant", validated("param", TenantParam), async (c) => {
  const { tenant: name } = c.req.valid("param");
  const known = await readTenant(c.env.TENANTS, name);
  const tenant = await createTenant(c.env.TENANTS, name, known);
  return c.json(shown(tenant), known ? 200 : 201);
});

tenantRoutes.delete("/:tenant", validated("param", TenantParam), async (c) => {
  const { tenant: name } = c.req.valid("param");
  // Even if it can't be seen: KV may still say here that a new tenant isn't there.
  await removeTenant(c.env.TENANTS, name);
  try {
    await sweepOrigins(c.env.TENANTS, name);
  } catch (error) {
    console.error(`the origins of ${name} were not swept up, and open nothing`, error);
  }
  return c.body(null, 204);
});

function shown({ name, createdAt }: Tenant): object {
  return { name, createdAt };
}
