import { type Browser, launch } from "puppeteer-core";
import { isInstalled } from "./installed.ts";

const VARIABLE = "CHROMIUM_PATH";
const PATH = process.env[VARIABLE] ?? "/usr/bin/chromium";
/** Milliseconds for its start; only what hangs takes so long. */
const START = 120_000;

/**
 * Whether there is a Chromium to test with.
 *
 * @throws Error in CI without a Chromium
 */
export function hasChromium(): boolean {
  return isInstalled("Chromium", PATH, VARIABLE);
}

const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium with a fresh profile, which leaves the network alone. */
export async function launchChromium(...switches: readonly string[]): Promise<Browser> {
  return launch({ executablePath: PATH, timeout: START, args: [...SWITCHES, ...switches] });
}

/** The same with an extension, out of a folder with its manifest. */
export async function launchChromiumWith(extension: string): Promise<Browser> {
  return launch({
    executablePath: PATH,
    timeout: START,
    args: SWITCHES,
    enableExtensions: [extension],
    // Chromium installs extensions for a pipe alone.
    pipe: true,
  });
}
