import { createBrowser } from "@crossgate/browser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, startServer } from "@crossgate/testkit/server";

describe("static assets under wrangler dev", () => {
  let server: Server;

  beforeAll(async () => {
    server = await startServer({
      command: [
        process.execPath,
        "packages/proof/e2e/src/serve-worker.ts",
        "packages/cloudflare/fixtures/static/src/worker.ts",
      ],
      probe: "/fonts/font.txt",
    });
  });

  afterAll(async () => {
    await server?.stop();
  });

  async function get(path: string, origin: string): Promise<object> {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { origin } });
    return {
      body: await response.text(),
      granted: response.headers.get("access-control-allow-origin"),
      vary: response.headers.get("vary"),
      etag: response.headers.has("etag"),
    };
  }

  it.each([
    ["https://www.myapp.com", "https://www.myapp.com"],
    ["https://evil.com", null],
  ])("of run_worker_first carry the policy's headers for %s (R2)", async (origin, granted) => {
    expect(await get("/fonts/font.txt", origin)).toEqual({
      body: "a font\n",
      granted,
      vary: "Origin",
      etag: true,
    });
  });

  it("beyond it never meet the Worker, and so carry none", async () => {
    expect(await get("/page.txt", "https://www.myapp.com")).toEqual({
      body: "a page\n",
      granted: null,
      vary: null,
      etag: true,
    });
  });

  it("carry what _headers says, and a page that needs a preflight can't read them", async () => {
    const browser = createBrowser({ network: (request) => fetch(request) });
    const page = browser.open("https://www.myapp.com");
    const url = `http://localhost:${server.port}/open.txt`;
    expect(await (await page.fetch(url)).text()).toBe("open to all\n");
    await expect(page.fetch(url, { headers: { "x-key": "1" } })).rejects.toMatchObject({
      code: "preflight-status",
    });
    expect(page.exchanges.at(-1)?.response?.status).toBe(405);
  });
});
