import { ADMIN, PAGE, SPELLINGS } from "@crossgate/testkit/admin-paths";
import { LinearRouter } from "hono/router/linear-router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { TrieRouter } from "hono/router/trie-router";
import { describe, expect, it } from "vitest";
import { createPaths } from "../fixtures/paths.ts";

const ROUTERS = { LinearRouter, RegExpRouter, TrieRouter };

describe.each(Object.entries(ROUTERS))("policies by path in front of %s", (_, Router) => {
  // Both ways in which an app may read a slash at the end.
  const apps = [true, false].map((strict) => createPaths({ router: new Router(), strict }));

  it.each(SPELLINGS)("%s never reaches the admin handler under another rule", async (path) => {
    for (const app of apps) {
      const url = `http://api.example.com${path}`;
      const response = await app.request(url, { headers: { origin: PAGE } });
      const preflight = await app.request(url, {
        method: "OPTIONS",
        headers: { origin: PAGE, "access-control-request-method": "PUT" },
      });
      const isAdmin = (await response.text()) === "admin";
      const readable = response.headers.get("access-control-allow-origin") === PAGE;
      expect(isAdmin && (readable || preflight.ok)).toBe(false);
    }
  });

  it("each rule holds for its own paths", async () => {
    for (const app of apps) {
      for (const [path, origin] of [
        ["/admin/x", ADMIN],
        ["/x", PAGE],
      ] as const) {
        const response = await app.request(path, { headers: { origin } });
        expect(await response.text()).toBe(origin === ADMIN ? "admin" : "rest");
        expect(response.headers.get("access-control-allow-origin")).toBe(origin);
      }
    }
  });
});
