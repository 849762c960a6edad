import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import { hasFirefox, launchFirefox } from "@crossgate/testkit/firefox";
import type { Browser, Page } from "puppeteer-core";

export type BrowserName = "chromium" | "firefox";

/** @throws Error in CI without it */
export function hasBrowser(name: BrowserName): boolean {
  return name === "firefox" ? hasFirefox() : hasChromium();
}

export async function launchBrowser(name: BrowserName): Promise<Browser> {
  if (name === "chromium") return launchChromium();
  // Always dark, because it can not be told so later.
  return launchFirefox({ "layout.css.prefers-color-scheme.content-override": 0 });
}

/** What the page complains of, CORS apart, which it is there to provoke. */
export function recordComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  const expected =
    /blocked by CORS policy|net::ERR_FAILED|Cross-Origin Request Blocked|status of [45]\d\d/u;
  page.on("console", (message) => {
    const isComplaint = message.type() === "error" || message.type() === "warn";
    if (isComplaint && !expected.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => {
    // Firefox's blocked requests arrive here too.
    if (!expected.test(String(error))) complaints.push(String(error));
  });
  return complaints;
}
