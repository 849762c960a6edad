import { createBrowser } from "@crossgate/browser";
import type { LocalNetworkAccess } from "@crossgate/browser";
import type {
  LocalNetworkOutcome,
  LocalNetworkRow,
  LocalPorts,
} from "@crossgate/browser/fixtures/local-network";
import {
  localNetworkOutcome,
  localPageUrl,
  localSpaces,
  localTargetUrl,
} from "@crossgate/browser/fixtures/local-network";
import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import type { Browser, Page } from "puppeteer-core";
import type { Heard } from "./heard.ts";
import { listenTo } from "./heard.ts";
import { isBlocked, startLocalServers } from "./servers.ts";

/** What was asked from where, and what came of it on either side. */
export interface LocalNetworkCase {
  readonly row: LocalNetworkRow;
  /** What the model says. */
  readonly model: LocalNetworkOutcome;
  /** Whether real Chromium blocked it, every name it reported, and the line of its console. */
  readonly blocked: boolean;
  readonly reported: readonly string[];
  readonly line: string | undefined;
}

/** Whether the model says one of the names that Chromium gave, or both let the request pass. */
export function agrees({ model, blocked, reported }: LocalNetworkCase): boolean {
  return model.error === null ? !blocked : blocked && reported.includes(model.error);
}

/**
 * Asks real Chromium, with addresses in several spaces, and the model with the same ones.
 *
 * @returns undefined where Chromium is not installed
 */
export async function runLocalNetwork(
  access: LocalNetworkAccess,
  rows: readonly LocalNetworkRow[],
): Promise<readonly LocalNetworkCase[] | undefined> {
  if (!hasChromium()) return undefined;
  const { ports, close } = await startLocalServers();
  const overrides = Object.entries(localSpaces(ports))
    .filter(([host]) => host.startsWith("127"))
    .map((entry) => entry.join("="));
  const browser = await launchChromium(
    `--ip-address-space-overrides=${overrides.join(",")}`,
    "--host-resolver-rules=MAP *.test 127.0.0.1",
  );
  try {
    await permit(browser, access, localPageUrl("public", ports));
    const asked = rows.filter((row) => row.access === access);
    const cases: LocalNetworkCase[] = [];
    for (const name of new Set(asked.map((row) => row.page))) {
      const opened = await browser.newPage();
      const heard = await listenTo(opened);
      await opened.goto(localPageUrl(name, ports));
      for (const row of asked.filter((one) => one.page === name)) {
        cases.push(await compare(row, ports, opened, heard));
      }
      await opened.close();
    }
    return cases;
  } finally {
    await browser.close();
    close();
  }
}

async function permit(browser: Browser, setting: LocalNetworkAccess, url: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  const { origin } = new URL(url);
  for (const name of ["loopback-network", "local-network"]) {
    await session.send("Browser.setPermission", { permission: { name }, setting, origin });
  }
}

async function compare(
  row: LocalNetworkRow,
  ports: LocalPorts,
  page: Page,
  heard: Heard,
): Promise<LocalNetworkCase> {
  heard.clear();
  const blocked = await isBlocked(page, localTargetUrl(row, ports), row);
  // Of a request that passes Chromium may warn.
  const reported = blocked ? await heard.names() : [];
  const model = await localNetworkOutcome({ createBrowser }, row, ports);
  return { row, model, blocked, reported, line: heard.line() };
}
