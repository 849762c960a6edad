import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "../env.ts";
import { limitBody } from "../limit-body.ts";
import { originRoutes } from "./origin-routes.ts";
import { requireToken } from "./require-token.ts";
import { tenantRoutes } from "./tenant-routes.ts";

/** A hundred of the longest origins, and room to spare. */
const LARGEST_BODY = 64 * 1024;

/**
 * The Worker decides about permission before it reads anything of the body. There are no CORS
 * headers here: a preflight carries no token, so it gets the 401 that every browser takes for a no.
 */
export const admin = new Hono<AppEnv>();
admin.use(secureHeaders());
admin.use(async (c, next) => {
  await next();
  c.header("cache-control", "no-store");
});
admin.use(requireToken);
admin.use(limitBody(LARGEST_BODY));
admin.route("/tenants", tenantRoutes);
admin.route("/tenants/:tenant/origins", originRoutes);
