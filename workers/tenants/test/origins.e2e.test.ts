import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBy } from "./read-by.ts";
import { serveTenants, type Served } from "./serve.ts";

/** What the test asks of the KV itself. */
interface Keys {
  list(options: { prefix: string }): Promise<{ keys: readonly { name: string }[] }>;
}

let served: Served;

beforeAll(async () => {
  served = await serveTenants({ DENIED_TTL: 0 });
  await served.admin("PUT", "/tenants/busy");
});
afterAll(async () => {
  await served?.server.close();
});

async function listed(path: string): Promise<{ origins: string[]; cursor?: string }> {
  return (await served.admin("GET", path)).json() as Promise<{
    origins: string[];
    cursor?: string;
  }>;
}

describe("origins of a tenant", () => {
  it("are none of them lost when 60 are added at once", async () => {
    const origins = Array.from({ length: 60 }, (_, index) => `https://site-${index}.example`);
    const added = origins.map((origin) =>
      served.admin("POST", "/tenants/busy/origins", { origins: [origin] }),
    );
    expect((await Promise.all(added)).map(({ status }) => status)).toEqual(origins.map(() => 200));
    const { origins: stored } = await listed("/tenants/busy/origins?limit=1000");
    expect(stored).toEqual(origins.toSorted());
  });

  it("are listed page by page, each once", async () => {
    const { origins: all } = await listed("/tenants/busy/origins");
    const paged: string[] = [];
    let pages = 0;
    for (let cursor: string | undefined = ""; cursor !== undefined; pages++) {
      const from: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await listed(`/tenants/busy/origins?limit=25${from}`);
      paged.push(...page.origins);
      cursor = page.cursor;
    }
    expect(pages).toBe(3);
    expect(paged).toEqual(all);
  });

  it("are removed one by one", async () => {
    const origin = "https://site-7.example";
    const path = `/tenants/busy/origins?origin=${encodeURIComponent(origin)}`;
    expect((await served.admin("DELETE", path)).status).toBe(204);
    expect((await listed("/tenants/busy/origins")).origins).not.toContain(origin);
    expect(await readBy(served, origin, "/api/busy/hello")).toBeNull();
    expect(await readBy(served, "https://site-8.example", "/api/busy/hello")).toBe("busy");
  });

  it("go with their tenant, and don't come back with its name", async () => {
    const origin = "https://site-9.example";
    expect((await served.admin("DELETE", "/tenants/busy")).status).toBe(204);
    expect(await readBy(served, origin, "/api/busy/hello")).toBeNull();
    expect((await served.admin("PUT", "/tenants/busy")).status).toBe(201);
    expect(await listed("/tenants/busy/origins")).toEqual({ origins: [] });
    expect(await readBy(served, origin, "/api/busy/hello")).toBeNull();
    const { TENANTS } = await served.server.getWorker<{ TENANTS: Keys }>().getEnv();
    const { keys } = await TENANTS.list({ prefix: "origin:" });
    expect(keys).toEqual([]);
  });
});
