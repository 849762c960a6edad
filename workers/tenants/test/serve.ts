import { fileURLToPath } from "node:url";
import { createTestHarness, type TestHarness } from "wrangler";

export const TOKEN = "a-token-for-tests-0123456789abcdef";
export const TENANTS_ROOT: string = fileURLToPath(new URL("..", import.meta.url));

// Nothing here needs the real Request.cf, which would be fetched.
process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";

export interface Served {
  readonly url: URL;
  readonly server: TestHarness;
  /** A request to the admin API, with the token. */
  admin(method: string, path: string, body?: unknown): Promise<Response>;
}

/** The Worker as `wrangler dev` runs it, on its own storage. */
export async function serveTenants(vars: Record<string, number | string> = {}): Promise<Served> {
  return served(
    createTestHarness({
      root: TENANTS_ROOT,
      workers: [{ configPath: "wrangler.jsonc", vars, secrets: { ADMIN_TOKEN: TOKEN } }],
    }),
  );
}

/** The same in front of a KV that `/fault?status=500` breaks and `/fault` mends. */
export async function serveFaulty(vars: Record<string, number>): Promise<Served> {
  const config = {
    name: "faulty",
    main: "fixtures/faulty.ts",
    compatibility_date: "2025-01-01",
    kv_namespaces: [{ binding: "TENANTS" }],
    vars: { ALLOWED_TTL: 60, DENIED_TTL: 10, ADMIN_TOKEN: TOKEN, ...vars },
  };
  return served(createTestHarness({ root: TENANTS_ROOT, workers: [{ config }] }));
}

async function served(server: TestHarness): Promise<Served> {
  const { url } = await server.listen();
  return {
    url,
    server,
    admin: async (method, path, body) =>
      fetch(new URL(`/admin${path}`, url), {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}
