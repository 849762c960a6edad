import { hasChromium } from "@crossgate/testkit/chromium";
import { openRecordedPage, type RecordedPage } from "@crossgate/testkit/recorded-page";
import type { WireRequest } from "@crossgate/testkit/wire";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveTenants, type Served, TOKEN } from "./serve.ts";

const PUT = {
  method: "PUT",
  headers: { "content-type": "application/json" },
  body: '{"text":"hello"}',
};
const BLOCKED = "TypeError: Failed to fetch";

describe.skipIf(!hasChromium())("two customers' pages in Chromium", () => {
  let served: Served;
  let opened: RecordedPage;
  let page: Page;
  let wire: readonly WireRequest[];
  const table: object[] = [];

  beforeAll(async () => {
    served = await serveTenants({ ALLOWED_TTL: 1, DENIED_TTL: 0 });
    opened = await openRecordedPage();
    ({ page, wire } = opened);
    for (const tenant of ["acme", "globex"] as const) {
      await served.admin("PUT", `/tenants/${tenant}`);
      await served.admin("POST", `/tenants/${tenant}/origins`, { origins: [originOf(tenant)] });
    }
  });
  afterAll(async () => {
    console.table(table);
    await opened?.close();
    await served?.server.close();
  });

  function originOf(tenant: "acme" | "globex"): string {
    return tenant === "acme" ? opened.byName : opened.byAddress;
  }

  async function ask(path: string, init: RequestInit = {}): Promise<string> {
    const asked = page.evaluate(
      async (url, init) => {
        try {
          return await (await fetch(url, init)).text();
        } catch (error) {
          return String(error);
        }
      },
      String(new URL(path, served.url)),
      init,
    );
    table.push({
      page: page.url(),
      request: `${init.method ?? "GET"} ${path}`,
      script: await asked,
    });
    return asked;
  }

  describe.each([
    ["acme", "globex"],
    ["globex", "acme"],
  ] as const)("%s's page", (own, other) => {
    beforeAll(async () => {
      await page.goto(originOf(own));
    });

    it("reads and writes its own API", async () => {
      expect(await ask(`/api/${own}/hello`)).toBe(`{"tenant":"${own}","data":"hello world"}`);
      expect(await ask(`/api/${own}/messages`, PUT)).toBe(
        `{"tenant":"${own}","received":{"text":"hello"}}`,
      );
      await expect
        .poll(() => wire)
        .toContainEqual({
          method: "OPTIONS",
          path: `/api/${own}/messages`,
          preflight: true,
          status: 204,
        });
    });

    it("reads its own error API", async () => {
      expect(await ask(`/api/${own}/nothing`)).toContain("There is no such resource.");
    });

    it(`neither reads nor writes ${other}'s`, async () => {
      expect(await ask(`/api/${other}/hello`)).toBe(BLOCKED);
      const before = wire.length;
      expect(await ask(`/api/${other}/messages`, PUT)).toBe(BLOCKED);
      expect(
        wire.slice(before).filter(({ method, status }) => method === "PUT" && status !== undefined),
      ).toEqual([]);
      await expect
        .poll(() => wire.slice(before))
        .toContainEqual(expect.objectContaining({ preflight: true, status: 403 }));
    });

    it("does not reach the admin API, not even with the token", async () => {
      expect(await ask("/admin/tenants")).toBe(BLOCKED);
      const before = wire.length;
      expect(await ask("/admin/tenants", { headers: { authorization: `Bearer ${TOKEN}` } })).toBe(
        BLOCKED,
      );
      await expect
        .poll(() => wire.slice(before))
        .toContainEqual(expect.objectContaining({ preflight: true, status: 401 }));
    });
  });

  it("a page whose origin was removed is shut out after the cache window", async () => {
    await page.goto(originOf("acme"));
    const origin = encodeURIComponent(originOf("acme"));
    await served.admin("DELETE", `/tenants/acme/origins?origin=${origin}`);
    await expect.poll(() => ask("/api/acme/hello"), { interval: 500 }).toBe(BLOCKED);
  });
});
