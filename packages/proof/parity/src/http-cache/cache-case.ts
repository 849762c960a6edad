import type { Line, Place } from "@crossgate/browser/fixtures/scenario";

/** How the server answers for one URL. */
export interface CacheRule {
  readonly at: Place;
  readonly status: number;
  /** Lines of every response; values may hold `{page}`, `{port}`, `{host}` and `{other}`. */
  readonly lines: readonly Line[];
  /** Lines of responses to requests with `Origin`, which `{origin}` stands for. */
  readonly originLines: readonly Line[];
  /** Where a redirect leads: to a URL that all may read, and no cache keeps. */
  readonly to?: Place;
  /** Whether a conditional request gets a 304, and whether that has the lines too. */
  readonly notModified: "never" | "bare" | "full";
}

/** One load by one of the pages. */
export interface CacheStep {
  readonly page: CachePage;
  readonly via: "fetch" | "image" | "script";
  readonly crossorigin?: "anonymous" | "use-credentials";
  readonly method?: string;
  readonly mode?: "cors" | "no-cors";
  readonly credentials?: "omit" | "same-origin" | "include";
  readonly cache?: RequestCache;
  /** The page's own `Cache-Control`, `Pragma` and their like. */
  readonly headers?: readonly Line[];
}

/** Two pages of one site and two origins, and one of another site. */
export type CachePage = "page" | "port" | "host";

/** A URL, and what three pages of one browser do with it. */
export interface CacheCase {
  readonly name: string;
  readonly rule: CacheRule;
  readonly steps: readonly CacheStep[];
}
