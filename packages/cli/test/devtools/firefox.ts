import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectMarionette, type Marionette } from "@crossgate/testkit/marionette";
import { type DevTools, type Recorded, settling } from "./recorded.ts";

const path = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr";
const patience = 120_000;

/** Leaves the network alone. */
const preferences: Readonly<Record<string, string | number | boolean>> = {
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "marionette.port": 0,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "http://127.0.0.1:9/",
};

/** Firefox on a page, with its Network Monitor open: the browser's own code exports and copies. */
export async function openFirefoxDevTools(url: string): Promise<DevTools> {
  const profile = mkdtempSync(join(tmpdir(), "crossgate-firefox-"));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const child = spawn(
    path,
    [
      "--headless",
      "--marionette",
      "-remote-allow-system-access",
      "--no-remote",
      "--profile",
      profile,
    ],
    { stdio: "ignore" },
  );
  const close = async (): Promise<void> => {
    await end(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const marionette = await connectMarionette(await portOf(child, profile));
    await marionette.send("WebDriver:SetTimeouts", { script: patience });
    await marionette.send("WebDriver:Navigate", { url });
    await marionette.run("chrome", openMonitor);
    return {
      async record(script) {
        await marionette.run("content", `await (${script});`);
        await new Promise((resolve) => setTimeout(resolve, settling));
        return readAll(marionette);
      },
      async close() {
        marionette.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Firefox writes the port that it chose into its profile. */
async function portOf(child: ChildProcess, profile: string): Promise<number> {
  for (const until = Date.now() + patience; Date.now() < until && child.exitCode === null;) {
    try {
      const port = Number(readFileSync(join(profile, "MarionetteActivePort"), "utf8"));
      if (port > 0) return port;
    } catch {
      // It is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} does not answer`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const slow = setTimeout(() => child.kill("SIGKILL"), 5000);
  await exited;
  clearTimeout(slow);
}

const requireTools = `const { require } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");`;
const openMonitor = `${requireTools}
const { gDevTools } = require("devtools/client/framework/devtools");
window.crossgateToolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: "netmonitor" });
Services.console.reset();`;

/** The menu gives the module behind "Copy as cURL" what the recording has. */
const copyAll = `${requireTools}
const { Curl } = require("devtools/client/shared/curl");
const log = await window.crossgateToolbox.getHARFromNetMonitor();
const copies = log.entries.flatMap(({ request }) =>
  [["cURL (POSIX)", "Linux"], ["cURL (Windows)", "WINNT"]].map(([as, platform]) => ({
    as,
    url: request.url,
    method: request.method,
    text: Curl.generateCommand({
      url: request.url,
      method: request.method,
      headers: request.headers,
      httpVersion: request.httpVersion,
      postDataText: request.postData?.text ?? "",
    }, platform),
  })),
);
const lines = Services.console.getMessageArray()
  .map((message) => (message instanceof Ci.nsIScriptError ? message.errorMessage : ""))
  .filter((text) => text.startsWith("Cross-Origin Request Blocked"));
return JSON.stringify({ lines, copies, har: JSON.stringify({ log }) });`;

async function readAll(marionette: Marionette): Promise<Recorded> {
  return JSON.parse(String(await marionette.run("chrome", copyAll))) as Recorded;
}
