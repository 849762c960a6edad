import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Marionette } from "@crossgate/testkit/marionette";
import { connectMarionette } from "@crossgate/testkit/marionette";
import { createConsoleLines } from "./console-lines.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { firefoxProfile, firefoxVersion } from "./firefox-profile.ts";
import { startBrowser } from "./process.ts";

const patience = 60_000;

/** Firefox with its own remote control, which reaches the browser's console. */
export async function openHeard(
  binary: string,
  url: string,
  preferences: NonNullable<EngineOptions["preferences"]>,
): Promise<Engine> {
  const profile = await firefoxProfile({ ...preferences, "marionette.port": 0 });
  const switches = ["--headless", "--marionette", "-remote-allow-system-access", "--no-remote"];
  const browser = startBrowser(binary, [...switches, "--profile", profile], profile);
  try {
    const marionette = await connectMarionette(await portOf(profile));
    await marionette.run("chrome", listening);
    await marionette.send("Marionette:SetContext", { value: "content" });
    await marionette.send("WebDriver:Navigate", { url });
    return engineOf(firefoxVersion(binary), marionette, browser.close);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function engineOf(version: string, marionette: Marionette, close: () => Promise<void>): Engine {
  const lines = createConsoleLines();
  return {
    name: "firefox",
    version,
    errorsOf: () => undefined,
    linesOf: lines.of,
    async settle() {
      const heard = (await marionette.run("chrome", hearing)) as readonly string[];
      for (const line of heard) lines.add(line);
    },
    async close() {
      marionette.close();
      await close();
    },
  };
}

// Each script gets fresh globals; the window stays.
const listening = `
  window.crossgateLines = [];
  window.crossgateListener = { observe: (message) => {
    if (message instanceof Ci.nsIScriptError) window.crossgateLines.push(message.errorMessage);
  } };
  Services.console.registerListener(window.crossgateListener);`;
const hearing = "return window.crossgateLines.splice(0);";

/** Firefox writes the port that it chose into its profile. */
async function portOf(profile: string): Promise<number> {
  for (const until = Date.now() + patience; Date.now() < until;) {
    const text = await readFile(join(profile, "MarionetteActivePort"), "utf8").catch(() => "");
    if (Number(text) > 0) return Number(text);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Firefox names no port.");
}
