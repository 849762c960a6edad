import { createBrowser } from "@crossgate/browser";
import type { LocalNetworkAccess } from "@crossgate/browser";
import type { LocalNetworkRow } from "@crossgate/browser/fixtures/local-network";
import {
  localNetworkOutcome,
  localPageUrl,
  localTargetUrl,
} from "@crossgate/browser/fixtures/local-network";
import { hasFirefox, launchFirefox } from "@crossgate/testkit/firefox";
import { isBlocked, startLocalServers } from "./servers.ts";

/** What was asked from where, and whether either side blocked it. */
export interface LocalNetworkInFirefox {
  readonly row: LocalNetworkRow;
  readonly model: boolean;
  readonly firefox: boolean;
}

/** How Firefox writes the answer to its question as a preference. */
const answers = { granted: 1, denied: 2 } as const;

/**
 * Asks real Firefox under its own settings, with addresses in several spaces, and the model.
 *
 * @returns undefined where Firefox is not installed
 */
export async function runLocalNetworkInFirefox(
  access: LocalNetworkAccess,
  rows: readonly LocalNetworkRow[],
): Promise<readonly LocalNetworkInFirefox[] | undefined> {
  if (!hasFirefox()) return undefined;
  const { ports, close } = await startLocalServers();
  const browser = await launchFirefox({
    "network.dns.localDomains": "web.test",
    "network.lna.address_space.public.override": `127.0.0.1:${ports.page},127.0.0.1:${ports.public}`,
    "network.lna.address_space.private.override": `127.0.0.1:${ports.local}`,
    "permissions.default.loopback-network": answers[access],
    "permissions.default.local-network": answers[access],
  });
  try {
    const cases: LocalNetworkInFirefox[] = [];
    const page = await browser.newPage();
    for (const name of new Set(rows.map((row) => row.page))) {
      await page.goto(localPageUrl(name, ports));
      for (const row of rows.filter((one) => one.page === name && one.access === access)) {
        const firefox = await isBlocked(page, localTargetUrl(row, ports), row);
        const { line } = await localNetworkOutcome({ createBrowser }, row, ports, "firefox");
        cases.push({ row, model: line !== undefined, firefox });
      }
    }
    return cases;
  } finally {
    await browser.close();
    close();
  }
}
