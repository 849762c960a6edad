import { createServer } from "node:http";
import { hasChromium } from "@crossgate/testkit/chromium";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SCENARIOS } from "./answer-scenarios.ts";
import { BOUND, type Gateways, startGateways } from "./gateways.ts";
import { type Pages, startPages } from "./page.ts";
import { ScenarioTable } from "./scenarios.ts";
import { listen, startUpstream, type Upstream } from "./upstream.ts";

const COOKIES = "h=set-cookie:seen=1;Path=/;HttpOnly&h=set-cookie:twice=2;Path=/";

describe.skipIf(!hasChromium())(
  "a page in Chromium, the gateway in workerd, an API behind it",
  () => {
    const table = new ScenarioTable();
    let upstream: Upstream;
    let pages: Pages;
    let gateways: Gateways;

    beforeAll(async () => {
      upstream = await startUpstream();
      pages = await startPages();
      const api = `http://localhost:${upstream.port}`;
      const plain = { UPSTREAM: api, ALLOWED_ORIGINS: [pages.allowed, pages.alsoAllowed] };
      gateways = await startGateways({
        plain,
        cookies: { ...plain, ALLOW_CREDENTIALS: true },
        stripped: {
          ...plain,
          ALLOW_CREDENTIALS: true,
          PASS_COOKIES: false,
          PASS_AUTHORIZATION: false,
        },
        lenient: { ...plain, REFUSE_DENIED: false },
        down: { ...plain, UPSTREAM: `http://localhost:${await closedPort()}` },
        quick: { ...plain, UPSTREAM_TIMEOUT: 1 },
        prefixed: { ...plain, UPSTREAM: `${api}/v1` },
        bound: { ...plain, UPSTREAM: BOUND, UPSTREAM_TIMEOUT: 1 },
        secret: { ...plain, UPSTREAM: "https://user:s3cr3t@api.exa mple.com" },
        wrong: { ...plain, ALLOWED_ORIGINS: "https://MyApp.com/", UPSTREAM_TIMEOUT: "soon" },
      });
    });
    afterAll(async () => {
      table.print("The gateway in front of an API, as a page in Chromium has it");
      await gateways?.stop();
      await pages?.stop();
      await upstream?.stop();
    });

    async function urlOf(gateway: string, path: string): Promise<URL> {
      const url = new URL(path, await gateways.at(gateway));
      // The page's own site, whose cookies are not third-party ones.
      url.hostname = "localhost";
      return url;
    }

    it.each(SCENARIOS)(
      "$name",
      async ({ name, gateway, from = "allowed", path, init, had, seen }) => {
        upstream.seen.length = 0;
        const got = await pages.ask(pages[from], await urlOf(gateway, path), init);
        table.note(name, got.error ? `${got.status ?? ""} ${got.error}` : `readable ${got.status}`);
        expect(got).toMatchObject(had);
        expect(upstream.seen.map(({ method }) => method)).not.toContain("OPTIONS");
        expect(upstream.seen.slice(-1)).toMatchObject(seen ? [seen] : []);
      },
    );

    it("a response for everyone is given to a second page without asking the API", async () => {
      // The browser's own cache may not keep it, so that the gateway is asked.
      const url = await urlOf("plain", "/say?h=cache-control:max-age=0,s-maxage=60");
      const first = await pages.ask(pages.allowed, url);
      const second = await vi.waitUntil(async () => {
        const before = upstream.seen.length;
        const had = await pages.ask(pages.alsoAllowed, url);
        return upstream.seen.length === before && had;
      }, 120_000);
      expect(first.status).toBe(200);
      expect(second.status).toBe(200);
      expect(upstream.seen.map((seen) => seen.url)).toContain(url.pathname + url.search);
      table.note("a second page, from the cache", `readable ${second.status}`);
    });

    it("tells the log which setting is wrong, and the visitor nothing", async () => {
      const response = await fetch(await urlOf("wrong", "/say"), {
        headers: { origin: pages.allowed },
      });
      expect(response.status).toBe(500);
      expect(await response.text()).toBe("Internal Server Error\n");
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
      const log = gateways.log.join("\n");
      expect(log).toMatch(
        /ALLOWED_ORIGINS\[0\]: invalid "https:\/\/MyApp.com\/".*write "https:\/\/myapp.com"/u,
      );
      expect(log).toContain('UPSTREAM_TIMEOUT: invalid "soon"; write a whole number from 1 to 600');
    });

    it("tells the log nothing of an upstream that may hold a password", async () => {
      expect((await fetch(await urlOf("secret", "/say"))).status).toBe(500);
      await expect.poll(() => gateways.log.join("\n")).toContain("UPSTREAM: no URL; write a URL");
      expect(gateways.log.join("\n")).not.toContain("s3cr3t");
    });

    it.each([
      ["cookies", "passed", "seen=1; twice=2", "Bearer x"],
      ["stripped", "stripped", undefined, undefined],
    ])("%s are %s, and so is Authorization", async (gateway, outcome, cookie, authorization) => {
      const url = await urlOf(gateway, "/say");
      await pages.ask(pages.allowed, await urlOf(gateway, `/say?${COOKIES}`), {
        credentials: "include",
      });
      const headers = { authorization: "Bearer x" };
      const had = await pages.ask(pages.allowed, url, { credentials: "include", headers });
      table.note(`cookies are ${outcome}`, `readable ${had.status}`);
      expect(had.status).toBe(200);
      const { headers: sent } = upstream.seen.at(-1) ?? {};
      expect([sent?.cookie, sent?.authorization]).toEqual([cookie, authorization]);
    });
  },
);

async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  server.close();
  return port;
}
