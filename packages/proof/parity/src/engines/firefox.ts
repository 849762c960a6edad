import { launchFirefox } from "@crossgate/testkit/firefox";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, EngineOptions } from "./engine.ts";
import { openHeard } from "./firefox-console.ts";
import { findBinary, makeProfile, startBrowser } from "./process.ts";

const quietly: Readonly<Record<string, unknown>> = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.proxy.type": 0,
  "services.settings.server": "http://127.0.0.1:9/",
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

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

/** A fresh profile, which leaves the network alone. */
export async function firefoxProfile(
  preferences: NonNullable<EngineOptions["preferences"]>,
): Promise<string> {
  const profile = await makeProfile("firefox");
  const lines = Object.entries({ ...quietly, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, "user.js"), lines.join(""));
  return profile;
}

/** What Firefox says of itself. */
export function firefoxVersion(binary: string): string {
  return execFileSync(binary, ["--version"], { encoding: "utf8" }).trim();
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
