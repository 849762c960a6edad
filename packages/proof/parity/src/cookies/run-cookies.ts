import { createBrowser } from "@crossgate/browser";
import { cookiesKept } from "@crossgate/browser/cookies";
import type { CookieCase } from "@crossgate/browser/fixtures/cookies";
import { cookieOutcome } from "@crossgate/browser/fixtures/cookies";
import { tally } from "../coverage.ts";
import type { EngineName } from "../engines/engine.ts";
import { openEngine } from "../engines/open-engine.ts";
import { generateCookies } from "./cookie-case.ts";
import { cookieFeaturesOf, oddCookieFeatures } from "./cookie-features.ts";
import { startCookieServer } from "./server.ts";

/** Which probes of a case carried its cookie in a real browser. */
export interface SeenCookie {
  readonly one: CookieCase;
  readonly browser: readonly boolean[];
}

/** A case in which model and jar disagree. */
export interface CookieDisagreement extends SeenCookie {
  readonly model: readonly boolean[];
  readonly reason: string | undefined;
}

/** What came out. */
export interface CookieResult {
  readonly version: string;
  readonly cases: number;
  readonly disagreements: readonly CookieDisagreement[];
  /** How many cases came to each reason, or to none. */
  readonly reasons: ReadonlyMap<string, number>;
  /** How many have each feature. */
  readonly features: ReadonlyMap<string, number>;
}

const batchSize = 100;

/**
 * Lets a real browser keep and send cookies.
 *
 * @returns undefined where the browser is not installed
 */
export async function observeCookies(
  engine: EngineName,
  cases: readonly CookieCase[],
): Promise<{ readonly version: string; readonly seen: readonly SeenCookie[] } | undefined> {
  const server = await startCookieServer();
  const opened = await openEngine(engine, server.page, { ignoresCertificates: true });
  try {
    if (!opened) return undefined;
    const seen: SeenCookie[] = [];
    for (let start = 0; start < cases.length; start += batchSize) {
      const batch = cases.slice(start, start + batchSize);
      const carried = await server.run(batch);
      seen.push(...batch.map((one) => ({ one, browser: carried.get(one.id) ?? [] })));
    }
    return { version: opened.version, seen };
  } finally {
    await opened?.close();
    server.close();
  }
}

/**
 * Holds `cookiesKept` against the jar of a real browser.
 *
 * @returns undefined where the browser is not installed
 */
export async function runCookies(
  engine: EngineName,
  cases: number,
  seed: number,
): Promise<CookieResult | undefined> {
  const all = cookiesFor(engine, cases, seed);
  const observed = await observeCookies(engine, all);
  if (!observed) return undefined;
  const { version, seen } = observed;
  const judged = await Promise.all(
    seen.map(async ({ one, browser }) => {
      const outcome = await cookieOutcome({ createBrowser, cookiesKept }, one, engine);
      return { one, browser, model: outcome.carried, reason: outcome.reason };
    }),
  );
  const disagreements = judged.filter(
    ({ model, browser }) => JSON.stringify(model) !== JSON.stringify(browser),
  );
  const reasons = tally(judged, ({ reason }) => [reason ?? "kept"]);
  const features = tally(all, cookieFeaturesOf);
  return { version, cases: all.length, disagreements, reasons, features };
}

/** The cases that an engine is asked: all but forms that one of them leaves to another library. */
function cookiesFor(engine: EngineName, cases: number, seed: number): readonly CookieCase[] {
  return generateCookies(seed)
    .filter((one) => engine !== "webkit" || !isOdd(one))
    .take(cases)
    .toArray();
}

function isOdd(one: CookieCase): boolean {
  return cookieFeaturesOf(one).some((name) => oddCookieFeatures.includes(name));
}
