import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { launchChromium } from "./chromium.ts";
import { recordWire, type WireRequest } from "./wire.ts";

/** A page in Chromium, and all that it sends. */
export interface RecordedPage {
  readonly page: Page;
  readonly wire: readonly WireRequest[];
  /** The server of the pages by its name and by its address: two origins to a browser. */
  readonly byName: string;
  readonly byAddress: string;
  close(): Promise<void>;
}

/**
 * Serves pages and starts a browser for them; the test says where the page goes.
 *
 * @param listener answers with the page
 */
export async function openRecordedPage(
  listener: RequestListener = (_, response) => response.end("a page"),
): Promise<RecordedPage> {
  await using opening = new AsyncDisposableStack();
  const pages = createServer(listener).listen(0, "127.0.0.1");
  opening.defer(() => void pages.close());
  await once(pages, "listening");
  const { port } = pages.address() as AddressInfo;
  const browser = await launchChromium();
  opening.defer(() => browser.close());
  const page = await browser.newPage();
  const wire = await recordWire(page);
  const opened = opening.move();
  return {
    page,
    wire,
    byName: `http://localhost:${port}`,
    byAddress: `http://127.0.0.1:${port}`,
    close: () => opened.disposeAsync(),
  };
}
