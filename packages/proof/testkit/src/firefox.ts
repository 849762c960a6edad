import { type Browser, launch } from "puppeteer-core";
import { isInstalled } from "./installed.ts";

const VARIABLE = "FIREFOX_PATH";
const PATH = process.env[VARIABLE] ?? "/usr/bin/firefox-esr";
/** Milliseconds for its start; only what hangs takes so long. */
const START = 120_000;

/**
 * Whether there is a Firefox to test with.
 *
 * @throws Error in CI without a Firefox
 */
export function hasFirefox(): boolean {
  return isInstalled("Firefox", PATH, VARIABLE);
}

/** Firefox with a fresh profile, which leaves the network alone. */
export async function launchFirefox(
  preferences: Readonly<Record<string, string | number | boolean>> = {},
  { acceptInsecureCerts = false }: { readonly acceptInsecureCerts?: boolean } = {},
): Promise<Browser> {
  return launch({
    browser: "firefox",
    executablePath: PATH,
    timeout: START,
    acceptInsecureCerts,
    extraPrefsFirefox: {
      "app.normandy.enabled": false,
      "app.update.enabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "services.settings.server": "http://127.0.0.1:9/",
      ...preferences,
    },
  });
}
