import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import { recordWire, type WireRequest } from "@crossgate/testkit/wire";

describe.skipIf(!hasChromium())("docs/local-network-access.md, in Chromium", () => {
  let pages: Server;
  let device: Server;
  let browser: Browser;
  let page: Page;
  let session: CDPSession;
  let wire: readonly WireRequest[];

  beforeAll(async () => {
    pages = createServer((_, response) => response.end("a page")).listen(0, "127.0.0.1");
    device = createServer((_, response) => {
      response.setHeader("access-control-allow-origin", "*");
      response.end("a device");
    }).listen(0, "127.0.0.1");
    await Promise.all([once(pages, "listening"), once(device, "listening")]);
    // The page comes from this machine as well, and Chromium is told to take it for a public one.
    browser = await launchChromium(
      `--ip-address-space-overrides=127.0.0.1:${portOf(pages)}=public`,
    );
    page = await browser.newPage();
    wire = await recordWire(page);
    // Permissions last as long as the session that gave them.
    session = await page.createCDPSession();
  });

  afterAll(async () => {
    await browser?.close();
    pages?.close();
    device?.close();
  });

  async function ask(from: Server, to: Server): Promise<string> {
    await page.goto(`http://127.0.0.1:${portOf(from)}/`);
    return page.evaluate(
      (url) =>
        fetch(url).then(
          (response) => response.text(),
          (error: unknown) => String(error),
        ),
      `http://127.0.0.1:${portOf(to)}/status`,
    );
  }

  /** What is not granted is refused: no one sits in front of this browser. */
  async function permit(...permissions: "loopbackNetwork"[]): Promise<void> {
    const origin = `http://127.0.0.1:${portOf(pages)}`;
    await session.send("Browser.grantPermissions", { origin, permissions });
  }

  it("keeps a public page out that the user has not let in, whatever the server allows", async () => {
    await permit();
    expect(await ask(pages, device)).toBe("TypeError: Failed to fetch");
    await expect
      .poll(() => wire.findLast(({ path }) => path === "/status")?.corsError)
      .toBe("LocalNetworkAccessPermissionDenied");
  });

  it("lets it in with the user's permission", async () => {
    await permit("loopbackNetwork");
    expect(await ask(pages, device)).toBe("a device");
  });

  it("asks nothing of a page that is on the machine itself", async () => {
    await permit();
    expect(await ask(device, device)).toBe("a device");
  });
});

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
