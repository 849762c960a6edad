import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveTenants, type Served, TENANTS_ROOT, TOKEN } from "./serve.ts";

let served: Served;

beforeAll(async () => {
  served = await serveTenants();
});
afterAll(async () => {
  await served?.server.close();
});

describe("seeding", () => {
  it("puts the tenants of a file where the Worker runs, and does so twice", async () => {
    for (const _ of [1, 2]) {
      const seed = spawn(process.execPath, ["seed/seed.ts", String(served.url)], {
        cwd: TENANTS_ROOT,
        env: { ...process.env, ADMIN_TOKEN: TOKEN },
        stdio: ["ignore", "ignore", "inherit"],
      });
      expect(await once(seed, "exit")).toEqual([0, null]);
    }
    expect(await (await served.admin("GET", "/tenants")).json()).toEqual({
      tenants: ["acme", "globex"],
    });
    expect(await (await served.admin("GET", "/tenants/acme/origins")).json()).toEqual({
      origins: ["http://localhost:5173", "https://acme.example"],
    });
  });

  it("says what is wrong, and ends", async () => {
    const seed = spawn(process.execPath, ["seed/seed.ts", String(served.url)], {
      cwd: TENANTS_ROOT,
      env: { ...process.env, ADMIN_TOKEN: "wrong" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = once(seed, "exit");
    expect(String(Buffer.concat(await seed.stderr.toArray()))).toContain(
      "PUT /admin/tenants/acme: 401",
    );
    expect(await ended).toEqual([1, null]);
  });
});
