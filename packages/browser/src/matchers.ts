import type { CorsBlockedError } from "./cors-blocked-error.ts";
import type { Page } from "./page.ts";
import type { PageRequestInit } from "./request/init.ts";

/** What a matcher tells its test runner. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for `expect.extend` of vitest and Jest, with failures that explain.
 *
 * @example
 * import { corsMatchers } from "@crossgate/browser/matchers";
 * expect.extend(corsMatchers);
 * await expect(page).toBeAbleToRead("https://api.example.com/data", { method: "PUT" });
 * await expect(page).toBeBlockedWith("acao-missing", "https://api.example.com/data");
 */
export const corsMatchers: {
  /** The page can read the response. */
  toBeAbleToRead(page: Page, url: string, init?: PageRequestInit): Promise<MatcherResult>;
  /** The browser keeps the response from the page, for this reason. */
  toBeBlockedWith(
    page: Page,
    code: string,
    url: string,
    init?: PageRequestInit,
  ): Promise<MatcherResult>;
} = {
  async toBeAbleToRead(page, url, init) {
    const { error, type } = await ask(page, url, init);
    const pass = error === undefined && type !== "opaque" && type !== "opaqueredirect";
    return { pass, message: () => readText(page, url, pass, error) };
  },
  async toBeBlockedWith(page, code, url, init) {
    const { error } = await ask(page, url, init);
    const pass = error?.code === code;
    return { pass, message: () => blockedText(page, code, url, error) };
  },
};

interface Asked {
  readonly error: CorsBlockedError | undefined;
  readonly type: string | undefined;
}

async function ask(page: Page, url: string, init: PageRequestInit = {}): Promise<Asked> {
  try {
    const { type } = await page.fetch(url, init);
    return { error: undefined, type };
  } catch (error) {
    if (!isBlocked(error)) throw error;
    return { error, type: undefined };
  }
}

function isBlocked(error: unknown): error is CorsBlockedError {
  return error instanceof TypeError && error.name === "CorsBlockedError";
}

function readText(
  { origin }: Page,
  url: string,
  pass: boolean,
  error: CorsBlockedError | undefined,
): string {
  if (pass) return `Expected a page on ${origin} not to be able to read ${url}, and it is.`;
  const start = `Expected a page on ${origin} to be able to read ${url}.`;
  if (!error) return `${start}\nIt got an opaque response: ask with mode 'cors'.`;
  return [start, error.message, error.explanation, error.fix].filter(Boolean).join("\n");
}

function blockedText(
  { origin }: Page,
  code: string,
  url: string,
  error: CorsBlockedError | undefined,
): string {
  const start = `a page on ${origin} to be blocked from ${url} with ${code}`;
  if (!error) return `Expected ${start}. It was not blocked.`;
  if (error.code === code) return `Expected not ${start}, and it was.`;
  return [`Expected ${start}. It was blocked with ${error.code}.`, error.explanation]
    .filter(Boolean)
    .join("\n");
}
