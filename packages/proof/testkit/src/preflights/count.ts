import { launchChromium } from "../chromium.ts";
import { recordWire } from "../wire.ts";
import { listen, listeners, type PolicyName } from "./servers.ts";
import { SESSION, type SessionRequest } from "./session.ts";

export type { PolicyName } from "./servers.ts";

/** A user who reads for a while; longer than the five seconds that browsers cache by default. */
const PAUSE_MS = 6_000;

export interface PreflightCount {
  readonly policy: PolicyName;
  /** In a session without a break. */
  readonly atOnce: number;
  /** In one with a break in the middle. */
  readonly withBreak: number;
}

export interface Economy {
  readonly browser: string;
  readonly requests: number;
  readonly counts: readonly PreflightCount[];
}

/** Counts the preflights that one session costs under the defaults of each library. */
export async function countPreflights(): Promise<Economy> {
  await using page = await listen((_request, response) => response.end("<!doctype html>"));
  const browser = await launchChromium();
  // All at the same time, since half of them wait; each in its own context.
  const count = async (policy: PolicyName, pause: number): Promise<number> => {
    await using api = await listen(listeners(page.url)[policy]);
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.goto(page.url);
    const wire = await recordWire(tab);
    await tab.evaluate(runSession, api.url, SESSION, pause);
    return wire.filter(({ preflight }) => preflight).length;
  };
  try {
    const policies = Object.keys(listeners(page.url)) as PolicyName[];
    const counts = await Promise.all(
      policies.map(async (policy) => {
        const [atOnce, withBreak] = await Promise.all([count(policy, 0), count(policy, PAUSE_MS)]);
        return { policy, atOnce, withBreak };
      }),
    );
    return { browser: await browser.version(), requests: SESSION.length, counts };
  } finally {
    await browser.close();
  }
}

/** Runs in the page; a request that fails ends it. */
async function runSession(
  api: string,
  requests: readonly SessionRequest[],
  pause: number,
): Promise<void> {
  for (const [index, { method, path, headers }] of requests.entries()) {
    if (index === requests.length / 2) await new Promise((resolve) => setTimeout(resolve, pause));
    await (await fetch(api + path, { method, headers })).text();
  }
}
