import type { createBrowser, Page } from "@crossgate/browser";
import * as browserModel from "@crossgate/browser";
import type { createHttpCache } from "@crossgate/browser/http-cache";
import * as cacheModel from "@crossgate/browser/http-cache";
import type { Places } from "@crossgate/browser/fixtures/scenario";
import type { CacheCase, CachePage, CacheStep } from "./cache-case.ts";
import { generateCaches } from "./generate-caches.ts";
import type { CacheOutcome, CachePages, CachingEngine } from "./pages.ts";
import { openCachePages } from "./pages.ts";
import type { CacheServer } from "./server.ts";
import { answerAfter, answerOf, seenLine, startCacheServer } from "./server.ts";

/** What came of one step, and what the server saw. */
export type CacheStepResult = readonly [outcome: CacheOutcome, ...seen: string[]];

/** A case as the model and the browser have it. */
export interface CacheComparison {
  readonly one: CacheCase;
  readonly model: readonly CacheStepResult[];
  readonly browser: readonly CacheStepResult[];
}

/** What came out. */
export interface CacheResult {
  readonly version: string;
  readonly places: Places;
  readonly comparisons: readonly CacheComparison[];
  /** Disagreements that stayed in one of two more runs. */
  readonly disagreements: readonly CacheComparison[];
  /** Those that did not: the browser, not the model, was unsteady. */
  readonly unsteady: readonly CacheComparison[];
}

/** The parts of the package that a case needs; a build with a planted bug has them too. */
export interface CacheModel {
  readonly createBrowser: typeof createBrowser;
  readonly createHttpCache: typeof createHttpCache;
}

const right: CacheModel = { ...browserModel, ...cacheModel };

/** Cases that run at the same time, each with its own URL. */
const parallel = 6;

/** How to run. */
export interface CacheRunOptions {
  readonly cases: number;
  readonly seed: number;
  /** Cases besides the generated ones. */
  readonly also?: readonly CacheCase[];
}

/**
 * Holds the model's HTTP cache against a real browser's.
 *
 * @returns undefined where the browser is not installed
 */
export async function runHttpCache(
  engine: CachingEngine,
  { cases, seed, also = [] }: CacheRunOptions,
): Promise<CacheResult | undefined> {
  const server = await startCacheServer();
  const pages = await openCachePages(engine, server.places);
  try {
    if (!pages) return undefined;
    const compare = async (all: readonly CacheCase[]): Promise<readonly CacheComparison[]> =>
      Promise.all(
        (await runAll(all, server, pages)).map(async ([one, browser]) => {
          return { one, model: await runOnModel(one, engine, server.places), browser };
        }),
      );
    // What Firefox stores of redirects is not modelled.
    const redirects = engine === "chromium";
    const comparisons = await compare([...generateCaches(seed, redirects).take(cases), ...also]);
    const suspects = comparisons.filter(differs);
    const again = suspects.flatMap(({ one }) => [one, one]);
    const steady = new Set((await compare(again)).filter(differs).map(({ one }) => one));
    return {
      version: pages.version,
      places: server.places,
      comparisons,
      disagreements: suspects.filter(({ one }) => steady.has(one)),
      unsteady: suspects.filter(({ one }) => !steady.has(one)),
    };
  } finally {
    await pages?.close();
    server.close();
  }
}

/** Whether model and browser had it differently. */
export function differs({ model, browser }: Pick<CacheComparison, "model" | "browser">): boolean {
  return JSON.stringify(model) !== JSON.stringify(browser);
}

type Ran = readonly [one: CacheCase, results: readonly CacheStepResult[]];

async function runAll(
  cases: readonly CacheCase[],
  server: CacheServer,
  pages: CachePages,
): Promise<readonly Ran[]> {
  const left = [...cases];
  const ran: Ran[] = [];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift())
      ran.push([one, await runInBrowser(one, server, pages)]);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return ran;
}

async function runInBrowser(
  one: CacheCase,
  server: CacheServer,
  pages: CachePages,
): Promise<readonly CacheStepResult[]> {
  const { url, seen } = server.prepare(one);
  const results: CacheStepResult[] = [];
  for (const step of one.steps) {
    const before = seen.length;
    const outcome = await pages.run(step, url);
    results.push([outcome, ...seen.slice(before)]);
  }
  return results;
}

/** The same case on the model, with the same server behind it. */
export async function runOnModel(
  one: CacheCase,
  profile: "spec" | CachingEngine,
  places: Places,
  model: CacheModel = right,
): Promise<readonly CacheStepResult[]> {
  let seen: string[] = [];
  const browser = model.createBrowser({
    profile,
    httpCache: model.createHttpCache(),
    network({ method, headers, url: asked }) {
      const request = { method, header: (name: string) => headers.get(name) };
      const isAfter = new URL(asked).pathname.startsWith("/after/");
      seen.push(`${isAfter ? "after " : ""}${seenLine(request, places)}`);
      const reply = isAfter ? answerAfter(one, request) : answerOf(one, places, "model", request);
      const { status, headers: lines, body } = reply;
      const response = new Response(status === 204 || status === 304 ? null : body, { status });
      response.headers.delete("content-type");
      for (const [name, value] of lines) response.headers.append(name, value);
      return response;
    },
  });
  const pages = new Map<CachePage, Page>();
  const url = `${places[one.rule.at]}/cached/model`;
  const results: CacheStepResult[] = [];
  for (const step of one.steps) {
    const page = pages.get(step.page) ?? browser.open(`${places[step.page]}/`);
    pages.set(step.page, page);
    seen = [];
    const outcome = await loadOnModel(page, step, url);
    results.push([outcome, ...seen]);
  }
  return results;
}

async function loadOnModel(page: Page, step: CacheStep, url: string): Promise<CacheOutcome> {
  const { via, crossorigin, method, mode, credentials, cache, headers } = step;
  try {
    if (via !== "fetch") {
      const { readable } = await page.load(via, url, { crossorigin });
      if (via === "script") return "readable";
      return readable ? "clean" : "tainted";
    }
    const response = await page.fetch(url, { method, mode, credentials, cache, headers });
    await response.text();
    return response.type === "opaque" ? "opaque" : "readable";
  } catch (error) {
    if (error instanceof TypeError) return "blocked";
    throw error;
  }
}
