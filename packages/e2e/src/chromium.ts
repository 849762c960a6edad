import { existsSync } from "node:fs";
import { type Browser, launch } from "puppeteer-core";

const PATH = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";

/**
 * Whether there is a Chromium to test with. A person's machine may lack one, and then hears about
 * it; where the tests decide about a change, its absence is a failure.
 *
 * @throws Error in CI without a Chromium
 */
export function hasChromium(): boolean {
  if (existsSync(PATH)) return true;
  const message = `no Chromium at ${PATH}; install it or set CHROMIUM_PATH`;
  if (process.env["CI"]) throw new Error(message);
  console.warn(`SKIPPED: browser tests, because there is ${message}`);
  return false;
}

/** Chromium with a fresh profile, which leaves the network alone. */
export async function launchChromium(...switches: readonly string[]): Promise<Browser> {
  return launch({
    executablePath: PATH,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...switches,
    ],
  });
}
