import type { Browser, Page } from "puppeteer-core";
import { hasChromium, launchChromium } from "@crossgate/testkit/chromium";
import { hasFirefox, launchFirefox } from "@crossgate/testkit/firefox";
import type { Places } from "@crossgate/browser/fixtures/scenario";
import type { CachePage, CacheStep } from "./cache-case.ts";

/** What a page learns from one load. */
export type CacheOutcome = "blocked" | "opaque" | "readable" | "clean" | "tainted" | "timeout";

/** The engines whose HTTP cache is held against the model's. */
export type CachingEngine = "chromium" | "firefox";

/** Pages of one browser, side by side. */
export interface CachePages {
  readonly version: string;
  run(step: CacheStep, url: string): Promise<CacheOutcome>;
  close(): Promise<void>;
}

const names: readonly CachePage[] = ["page", "port", "host"];
const launchers: Readonly<
  Record<CachingEngine, { readonly has: () => boolean; readonly launch: () => Promise<Browser> }>
> = {
  chromium: {
    has: hasChromium,
    launch: () =>
      launchChromium("--disable-renderer-backgrounding", "--disable-background-timer-throttling"),
  },
  firefox: {
    has: hasFirefox,
    // A race of cache and network would end as it likes.
    launch: () => launchFirefox({ "network.http.rcwn.enabled": false }),
  },
};

/** Opens the pages; undefined where the browser is not installed. */
export async function openCachePages(
  engine: CachingEngine,
  places: Places,
): Promise<CachePages | undefined> {
  const { has, launch } = launchers[engine];
  if (!has()) return undefined;
  const browser = await launch();
  const pages = new Map<CachePage, Page>();
  for (const name of names) {
    const page = await browser.newPage();
    await page.goto(places[name]);
    pages.set(name, page);
  }
  return {
    version: await browser.version(),
    run: async (step, url) => (await pages.get(step.page)?.evaluate(load, step, url)) ?? "timeout",
    close: () => browser.close(),
  };
}

/** The page's part: it becomes text, and may use nothing from outside itself. */
async function load(step: CacheStep, url: string): Promise<CacheOutcome> {
  const limit = 20_000;

  async function runFetch(): Promise<CacheOutcome> {
    const { method, mode, credentials, cache, headers } = step;
    const init = Object.entries({ method, mode, credentials, cache, headers });
    const given = Object.fromEntries(init.filter(([, value]) => value !== undefined));
    const response = await fetch(url, given);
    await response.text();
    return response.type === "opaque" ? "opaque" : "readable";
  }

  async function runElement(name: "img" | "script"): Promise<CacheOutcome> {
    const made = document.createElement(name);
    made.crossOrigin = step.crossorigin ?? null;
    const loaded = new Promise((resolve, reject) => {
      made.addEventListener("load", resolve);
      made.addEventListener("error", () => reject(new Error("error")));
    });
    made.src = url;
    document.body.append(made);
    await loaded.finally(() => made.remove());
    return name === "img" ? taintOf(made as HTMLImageElement) : "readable";
  }

  function taintOf(image: HTMLImageElement): CacheOutcome {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    try {
      context?.getImageData(0, 0, 1, 1);
      return "clean";
    } catch {
      return "tainted";
    }
  }

  const late = new Promise<CacheOutcome>((resolve) => {
    setTimeout(() => resolve("timeout"), limit);
  });
  const kinds = { image: "img", script: "script" } as const;
  const run = step.via === "fetch" ? runFetch() : runElement(kinds[step.via]);
  return Promise.race([run.catch((): CacheOutcome => "blocked"), late]);
}
