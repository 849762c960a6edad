import { Hono } from "hono";
import type { AppEnv } from "../env.ts";
import { findTenant } from "../find-tenant.ts";
import { addOrigins, listOrigins, removeOrigin } from "../origins.ts";
import { problem } from "../problem.ts";
import { requireJson } from "../require-json.ts";
import { originProblem } from "./origin-problem.ts";
import { AddedOrigins, PageQuery, RemovedOrigin } from "./schemas.ts";
import { validated } from "./validated.ts";

export const originRoutes = new Hono<AppEnv>();

originRoutes.use(findTenant);

originRoutes.get("/", validated("query", PageQuery), async (c) => {
  const page = await listOrigins(c.env.TENANTS, c.var.tenant, c.req.valid("query"));
  return c.json({ origins: page.names, cursor: page.cursor });
});

originRoutes.post("/", requireJson, validated("json", AddedOrigins), async (c) => {
  const { origins } = c.req.valid("json");
  const errors = origins.flatMap((origin, index) => {
    const detail = originProblem(origin);
    return detail === undefined ? [] : [{ pointer: `#/origins/${index}`, detail }];
  });
  if (errors.length > 0) return problem(422, "No origin was added.", { errors });
  await addOrigins(c.env.TENANTS, c.var.tenant, origins);
  return c.json({ added: origins });
});

originRoutes.delete("/", validated("query", RemovedOrigin), async (c) => {
  await removeOrigin(c.env.TENANTS, c.var.tenant, c.req.valid("query").origin);
  return c.body(null, 204);
});
