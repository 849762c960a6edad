import type { Browser, Page } from "puppeteer-core";
import type { BrowserName } from "../browsers.ts";
import type { Playground } from "../serve.ts";

/** What a suite of tests in one browser works with; there once the tests run. */
export interface Context {
  readonly name: BrowserName;
  readonly playground: Playground;
  readonly browser: Browser;
  readonly page: Page;
  readonly complaints: readonly string[];
}
