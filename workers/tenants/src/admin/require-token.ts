import type { MiddlewareHandler } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import type { AppEnv, Bindings } from "../env.ts";

const SHORTEST_TOKEN = 32;

export const requireToken: MiddlewareHandler<AppEnv> = bearerAuth<AppEnv>({
  realm: "admin",
  verifyToken: (token, c) => isAdminToken(token, c.env),
});

/**
 * Compares digests: they are of equal length whatever was sent, and in constant time.
 *
 * @throws Error without a token that is worth comparing with
 */
async function isAdminToken(token: string, { ADMIN_TOKEN }: Bindings): Promise<boolean> {
  if (typeof ADMIN_TOKEN !== "string" || ADMIN_TOKEN.length < SHORTEST_TOKEN) {
    throw new Error(
      `ADMIN_TOKEN is missing or shorter than ${SHORTEST_TOKEN} characters; set it with "wrangler secret put ADMIN_TOKEN", in development in .dev.vars`,
    );
  }
  const [given, expected] = await Promise.all([digest(token), digest(ADMIN_TOKEN)]);
  return crypto.subtle.timingSafeEqual(given, expected);
}

async function digest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
}
