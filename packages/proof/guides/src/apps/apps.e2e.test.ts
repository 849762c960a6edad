import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createCors } from "@crossgate/core";
import { hasChromium, launchChromium, launchChromiumWith } from "@crossgate/testkit/chromium";
import { hasFirefox, launchFirefox } from "@crossgate/testkit/firefox";
import { describe, expect, it } from "vitest";
import { backgroundExtension, contentExtension, withFolder } from "./extension.ts";
import { type Api, scriptFor, startApi } from "./server.ts";

const CHROME_EXTENSION = /^chrome-extension:\/\/[a-p]{32}$/;
/** As docs/recipes/apps-and-extensions.md shows it. */
const FIREFOX_EXTENSION = /^moz-extension:\/\/[0-9a-f-]{36}$/;

describe.skipIf(!hasChromium())("in Chromium", () => {
  it("an extension has an origin that a list takes", async () => {
    await withApi(async (api) => {
      await runExtension(backgroundExtension(scriptFor(api.url)), api);
      expect(await api.reported()).toBe("hello world");
      const origin = originOf(api);
      expect(origin).toMatch(CHROME_EXTENSION);
      expect(api.asked).toEqual([`OPTIONS ${origin}`, `PUT ${origin}`]);
      expect(createCors({ origin: [origin], credentials: true }).allows(origin)).toBe(true);
    });
  });

  it("an extension with the API in host_permissions reads without CORS", async () => {
    const api = await startApi({ gated: false });
    try {
      const rest = { host_permissions: ["http://localhost/*"] };
      await runExtension(backgroundExtension(scriptFor(api.url), rest), api);
      expect(await api.reported()).toBe("hello world");
      expect(api.asked.map((line) => line.split(" ")[0])).toEqual(["PUT"]);
    } finally {
      await api.stop();
    }
  });

  it("a content script asks with its page's origin", async () => {
    const page = await startApi();
    await withApi(async (api) => {
      await runExtension(contentExtension(scriptFor(api.url)), api, `${page.url}/page`);
      expect(await api.reported()).toBe("hello world");
      expect(originOf(api)).toBe(page.url);
    });
    await page.stop();
  });

  it("a page from a file has the origin null", async () => {
    await withApi(async (api) => {
      const page = { "page.html": `<!doctype html><script>${scriptFor(api.url)}</script>` };
      await withFolder(page, async (folder) => {
        const browser = await launchChromium();
        try {
          const tab = await browser.newPage();
          await tab.goto(pathToFileURL(join(folder, "page.html")).href);
          await api.reported();
        } finally {
          await browser.close();
        }
      });
      expect(originOf(api)).toBe("null");
    });
  });
});

describe.skipIf(!hasFirefox())("in Firefox", () => {
  it("an extension has an origin that the page's RegExp takes", async () => {
    await withApi(async (api) => {
      await withFolder(backgroundExtension(scriptFor(api.url)), async (folder) => {
        const browser = await launchFirefox();
        try {
          await browser.installExtension(folder);
          expect(await api.reported()).toBe("hello world");
        } finally {
          await browser.close();
        }
      });
      const origin = originOf(api);
      expect(createCors({ origin: FIREFOX_EXTENSION }).allows(origin)).toBe(true);
    });
  });
});

async function withApi(work: (api: Api) => Promise<void>): Promise<void> {
  const api = await startApi();
  try {
    await work(api);
  } finally {
    await api.stop();
  }
}

async function runExtension(
  files: Readonly<Record<string, string>>,
  api: Api,
  url?: string,
): Promise<void> {
  await withFolder(files, async (folder) => {
    const browser = await launchChromiumWith(folder);
    try {
      if (url !== undefined) await (await browser.newPage()).goto(url);
      await api.reported();
    } finally {
      await browser.close();
    }
  });
}

function originOf({ asked: [first = ""] }: Api): string {
  return first.slice(first.indexOf(" ") + 1);
}
