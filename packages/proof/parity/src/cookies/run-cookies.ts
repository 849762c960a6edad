import { createBrowser } from "@crossgate/browser";
import type { CookieOptions } from "@crossgate/browser/cookies";
import { cookiesKept } from "@crossgate/browser/cookies";
import type { EngineName } from "../engines/engine.ts";
import { openEngine } from "../engines/open-engine.ts";
import type { CookieCase } from "./cookie-case.ts";
import { generateCookies, hosts } from "./cookie-case.ts";
import { urlsOf } from "./harness.ts";
import { startCookieServer } from "./server.ts";

/** A case in which model and jar disagree. */
export interface CookieDisagreement {
  readonly one: CookieCase;
  readonly model: readonly boolean[];
  readonly browser: readonly boolean[];
  readonly reason: string | undefined;
}

/** What came out. */
export interface CookieResult {
  readonly version: string;
  readonly cases: number;
  readonly disagreements: readonly CookieDisagreement[];
  /** How many cases came to each reason, or to none. */
  readonly reasons: ReadonlyMap<string, number>;
}

const batchSize = 100;

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
  const server = await startCookieServer();
  const opened = await openEngine(engine, server.page, { ignoresCertificates: true });
  try {
    if (!opened) return undefined;
    const all = generateCookies(seed).take(cases).toArray();
    const disagreements: CookieDisagreement[] = [];
    const reasons = new Map<string, number>();
    for (let start = 0; start < all.length; start += batchSize) {
      const batch = all.slice(start, start + batchSize);
      const carried = await server.run(batch);
      for (const one of batch) {
        const { model, reason } = await expected(one, engine, server.port);
        reasons.set(reason ?? "kept", (reasons.get(reason ?? "kept") ?? 0) + 1);
        const browser = carried.get(one.id) ?? [];
        if (JSON.stringify(model) !== JSON.stringify(browser))
          disagreements.push({ one, model, browser, reason });
      }
    }
    return { version: opened.version, cases: all.length, disagreements, reasons };
  } finally {
    await opened?.close();
    server.close();
  }
}

/** What the browsers here have been told: Chromium as Debian packages it blocks other sites' cookies. */
const settings: Readonly<Record<EngineName, CookieOptions>> = {
  chromium: { thirdPartyCookies: "blocked" },
  firefox: {},
  webkit: {},
};

/** libsoup knows no registrable domain below `localhost`, the others take it for a top-level domain. */
function domainOf(hostname: string, profile: EngineName): string {
  return profile === "webkit" ? hostname : hostname.split(".").slice(-2).join(".");
}

async function expected(
  one: CookieCase,
  profile: EngineName,
  port: number,
): Promise<{ readonly model: readonly boolean[]; readonly reason: string | undefined }> {
  const { set, probes } = urlsOf(one, port);
  const page = createBrowser({
    profile,
    registrableDomain: (hostname) => domainOf(hostname, profile),
    network: ({ headers }) => answerOf(one.line, headers.get("origin") ?? "*"),
  }).open(`https://${hosts.own}:${port}/page`);
  await page.fetch(set, { credentials: one.credentials });
  const [exchange] = page.exchanges;
  const [fate] = exchange ? cookiesKept(exchange, settings[profile]) : [];
  return { model: probes.map((url) => fate?.sentTo(url) ?? false), reason: fate?.reason };
}

function answerOf(line: string, origin: string): Response {
  const response = new Response("ok", {
    headers: { "access-control-allow-origin": origin, "access-control-allow-credentials": "true" },
  });
  // Some runtimes take no control character into a header.
  response.headers.getSetCookie = () => [line];
  return response;
}
