import { Hono } from "hono";
import { validator } from "hono/validator";
import type { AppEnv } from "./env.ts";
import { findTenant } from "./find-tenant.ts";
import { limitBody } from "./limit-body.ts";
import { requireJson } from "./require-json.ts";

const LARGEST_BODY = 1024 * 1024;

/** The API itself, behind the gate: your routes go here. */
export const api = new Hono<AppEnv>();

// An origin says whose page asks, and nothing about who sits in front of it: authenticate here too.
api.use(findTenant);
api.use(limitBody(LARGEST_BODY));

api.get("/hello", (c) => c.json({ tenant: c.var.tenant.name, data: "hello world" }));

// It only says back what it got; yours will want a schema, as the admin API has.
const json = validator("json", (body: unknown) => ({ body }));

api.put("/messages", requireJson, json, (c) =>
  c.json({ tenant: c.var.tenant.name, received: c.req.valid("json").body }),
);
