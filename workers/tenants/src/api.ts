import { Hono } from "hono";
import type { AppEnv } from "./env.ts";
import { findTenant } from "./find-tenant.ts";
import { limitBody } from "./limit-body.ts";

const LARGEST_BODY = 1024 * 1024;

/** The API itself, behind the gate: your routes go here. */
export const api = new Hono<AppEnv>();

// An origin says whose page asks, and nothing about who sits in front of it: authenticate here too.
api.use(findTenant);
api.use(limitBody(LARGEST_BODY));

api.get("/hello", (c) => c.json({ tenant: c.var.tenant.name, data: "hello world" }));

api.put("/messages", async (c) =>
  c.json({ tenant: c.var.tenant.name, received: await c.req.json<unknown>() }),
);
