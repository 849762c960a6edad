import { existsSync } from "node:fs";
import { type Browser, launch, type Page } from "puppeteer-core";

export type BrowserName = "chromium" | "firefox";

const PATHS: Readonly<Record<BrowserName, string>> = {
  chromium: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  firefox: process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr",
};

/**
 * Whether there is such a browser to test with. A person's machine may lack one, and then hears
 * about it; where the tests decide about a change, its absence is a failure.
 *
 * @throws Error in CI without it
 */
export function hasBrowser(name: BrowserName): boolean {
  if (existsSync(PATHS[name])) return true;
  const message = `no ${name} at ${PATHS[name]}; install it or set ${name.toUpperCase()}_PATH`;
  if (process.env["CI"]) throw new Error(message);
  console.warn(`SKIPPED: browser tests, because there is ${message}`);
  return false;
}

/** A browser with a fresh profile, which leaves the network alone. */
export async function launchBrowser(name: BrowserName): Promise<Browser> {
  const executablePath = PATHS[name];
  if (name === "firefox") {
    const extraPrefsFirefox = {
      "app.normandy.enabled": false,
      "app.update.enabled": false,
      // Always dark, because it can not be told so later.
      "layout.css.prefers-color-scheme.content-override": 0,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "services.settings.server": "http://127.0.0.1:9/",
    };
    return launch({ browser: "firefox", executablePath, extraPrefsFirefox });
  }
  return launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
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
