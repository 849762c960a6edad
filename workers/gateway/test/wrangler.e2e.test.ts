import { hasChromium } from "@crossgate/testkit/chromium";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Pages, startPages } from "./page.ts";
import { startUpstream, type Upstream } from "./upstream.ts";
import { type Dev, startDev } from "./wrangler.ts";

describe.skipIf(!hasChromium())("under wrangler dev", () => {
  let upstream: Upstream;
  let pages: Pages;
  let example: Dev;
  let unset: Dev;

  beforeAll(async () => {
    upstream = await startUpstream();
    pages = await startPages();
    [example, unset] = await Promise.all([
      startDev("--env-file=.dev.vars.example", `--var=UPSTREAM:http://localhost:${upstream.port}`),
      startDev("--env-file=/dev/null"),
    ]);
  });
  afterAll(async () => {
    await Promise.all([example?.stop(), unset?.stop()]);
    await pages?.stop();
    await upstream?.stop();
  });

  it("a page reads the API with the variables of .dev.vars.example", async () => {
    const init = { method: "PUT", headers: { "content-type": "application/json" }, body: "{}" };
    const had = await pages.ask(pages.allowed, new URL("/say", example.url), init);
    expect(had.status).toBe(200);
    expect(upstream.seen.map(({ method }) => method)).toEqual(["PUT"]);
    expect(upstream.seen[0]?.headers).toMatchObject({
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": example.url.host,
      via: "1.1 crossgate",
    });
  });

  it("another page does not", async () => {
    const had = await pages.ask(pages.denied, new URL("/say", example.url));
    expect(had).toEqual({ error: "TypeError: Failed to fetch" });
  });

  it("as it comes, the gate is shut, and the log says what is missing", async () => {
    const had = await pages.ask(pages.allowed, new URL("/say", unset.url));
    expect(had).toEqual({ error: "TypeError: Failed to fetch" });
    expect((await fetch(unset.url)).status).toBe(500);
    await expect
      .poll(() => unset.output())
      .toMatch(/UPSTREAM: missing.*\n.*ALLOWED_ORIGINS: missing/u);
  });
});
