import { launchFirefox } from "@crossgate/testkit/firefox";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Engine, EngineOptions } from "./engine.ts";
import { findBinary, makeProfile, startBrowser } from "./process.ts";

const preferences: Readonly<Record<string, unknown>> = {
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
  { ignoresCertificates = false }: EngineOptions = {},
): Promise<Engine | undefined> {
  const binary = findBinary("/usr/bin/firefox-esr", "/usr/bin/firefox");
  if (!binary) return undefined;
  if (ignoresCertificates) return openDriven(url);
  const profile = await makeProfile("firefox");
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, "user.js"), lines.join(""));
  const browser = startBrowser(
    binary,
    ["--headless", "--no-remote", "--profile", profile, url],
    profile,
  );
  return {
    name: "firefox",
    version: execFileSync(binary, ["--version"], { encoding: "utf8" }).trim(),
    errorsOf: () => undefined,
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
    settle: () => Promise.resolve(),
    close: () => browser.close(),
  };
}
