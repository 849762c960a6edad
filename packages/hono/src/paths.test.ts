import { ADMIN, PAGE, SPELLINGS } from "@crossgate/testkit/admin-paths";
import { corsByPath } from "@crossgate/core/by-path";
import { Hono } from "hono";
import { LinearRouter } from "hono/router/linear-router";
import { PatternRouter } from "hono/router/pattern-router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { TrieRouter } from "hono/router/trie-router";
import { describe, expect, it } from "vitest";
import { createPaths } from "../fixtures/paths.ts";
import { cors } from "./cors.ts";

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

/** RegExpRouter does not take these routes beside each other. */
const OTHER_ROUTERS = { LinearRouter, PatternRouter, TrieRouter };

describe.each(Object.entries(OTHER_ROUTERS))(
  "an escape that Hono leaves alone, in front of %s",
  (_, Router) => {
    const createApp = (refuseDenied: boolean) => {
      const app = new Hono({ router: new Router() });
      const gate = corsByPath([
        { path: "/@partner/*", origin: "*", refuseDenied },
        { path: "*", origin: [PAGE, ADMIN], refuseDenied },
      ]);
      app.use(cors(gate));
      app.get("/@partner/*", (c) => c.text("partner"));
      app.get("/:tenant/account", (c) => c.text(`account of ${c.req.param("tenant")}`));
      return app;
    };
    const headers = { origin: "https://stranger.example" };

    it("gets the account under neither rule", async () => {
      const response = await createApp(false).request("/%40partner/account", { headers });
      expect(await response.text()).toBe("account of @partner");
      expect(Object.fromEntries(response.headers)).toEqual({
        "content-type": "text/plain;charset=UTF-8",
        vary: "Origin",
      });
    });

    it("R9: is refused where the rules refuse", async () => {
      const response = await createApp(true).request("/%40partner/account", { headers });
      expect([response.status, await response.text()]).toEqual([403, "Origin not allowed.\n"]);
    });

    it("leaves the plain spelling to its rule", async () => {
      const response = await createApp(true).request("/@partner/account", { headers });
      expect(await response.text()).toBe("partner");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    });
  },
);
