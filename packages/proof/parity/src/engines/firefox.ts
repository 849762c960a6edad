import { launchFirefox } from "@crossgate/testkit/firefox";
import type { Engine, EngineOptions } from "./engine.ts";
import { openHeard } from "./firefox-console.ts";
import { firefoxProfile, firefoxVersion } from "./firefox-profile.ts";
import { findBinary, startBrowser } from "./process.ts";

/** Firefox without a driver: the page fetches its work itself. */
export async function openFirefox(
  url: string,
  { ignoresCertificates = false, hearsConsole = false, preferences = {} }: EngineOptions = {},
): Promise<Engine | undefined> {
  const binary = findBinary("/usr/bin/firefox-esr", "/usr/bin/firefox");
  if (!binary) return undefined;
  if (ignoresCertificates) return openDriven(url);
  if (hearsConsole) return openHeard(binary, url, preferences);
  const profile = await firefoxProfile(preferences);
  const args = ["--headless", "--no-remote", "--profile", profile, url];
  const browser = startBrowser(binary, args, profile);
  return {
    name: "firefox",
    version: firefoxVersion(binary),
    errorsOf: () => undefined,
    linesOf: () => [],
    settle: () => Promise.resolve(),
    close: () => browser.close(),
  };
}

/** Firefox with a driver, which alone can tell it to take any certificate. */
async function openDriven(url: string): Promise<Engine> {
  const browser = await launchFirefox({}, { acceptInsecureCerts: true });
  const page = await browser.newPage();
  await page.goto(url);
  return {
    name: "firefox",
    version: await browser.version(),
    errorsOf: () => undefined,
    linesOf: () => [],
    settle: () => Promise.resolve(),
    close: () => browser.close(),
  };
}
