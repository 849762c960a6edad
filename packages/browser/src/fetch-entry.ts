import type { Browser } from "./browser.ts";
import type { BrowserOptions } from "./browser-options.ts";
import { makeBrowser } from "./browser.ts";
import { bareWords } from "./words.ts";

export type { Browser } from "./browser.ts";
export type { BrowserOptions } from "./browser-options.ts";
export type { Page } from "./page.ts";
export type { PageOptions } from "./page-options.ts";
export type { CorsCode } from "./codes.ts";
export { CorsBlockedError } from "./cors-blocked-error.ts";

/**
 * Makes the browser of `@crossgate/browser` without its tables of words: errors have their code, and
 * neither the lines of consoles nor explanations. A third smaller, for pages and Workers.
 *
 * @example
 * import { createBrowser } from "@crossgate/browser/fetch";
 *
 * @param options as for the `createBrowser` of the package itself
 */
export function createBrowser(options: BrowserOptions): Browser {
  return makeBrowser(options, bareWords);
}
