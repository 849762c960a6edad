import type { Browser } from "./browser.ts";
import type { BrowserOptions } from "./browser-options.ts";
import { makeBrowser } from "./browser.ts";
import { fullWords } from "./full-words.ts";

/**
 * Makes a browser that enforces CORS against a network of your own: the Fetch standard's client
 * side, without a browser.
 *
 * @example
 * const browser = createBrowser({ network: app.fetch });
 * const page = browser.open("https://myapp.com");
 * const response = await page.fetch("https://api.example.com/data", { credentials: "include" });
 * response.headers; // only what a script may see
 *
 * @param options the network, whose behaviour to model, and the clock
 * @returns a browser with an empty preflight cache
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function createBrowser(options: BrowserOptions): Browser {
  return makeBrowser(options, fullWords);
}
