import type { CorsCode } from "./codes.ts";
import type { Exchange } from "./exchange.ts";
import type { Failure } from "./failure.ts";
import type { Words } from "./words.ts";

/**
 * Why a page's `fetch` was rejected. In a browser a script gets a bare `TypeError` and the reason
 * goes to the console; here both are one.
 *
 * @example
 * const error = await page.fetch("https://api.example.com/").catch((reason) => reason);
 * error.code; // "acao-missing"
 * error.fix; // what to change
 */
export class CorsBlockedError extends TypeError {
  override readonly name: string = "CorsBlockedError";
  /** The step of the standard that failed; stable, unlike the texts. */
  readonly code: CorsCode;
  /** Whether the preflight failed, or the request itself. */
  readonly phase: Failure["phase"];
  /** The `CorsError` of the DevTools protocol; null where Chromium has no such error. */
  readonly chromium: string | null;
  /** The value, method or header DevTools names; empty for most errors. */
  readonly failedParameter: string;
  /** What the explanation quotes: a value, an address, a reason; empty for most errors. */
  readonly detail: string;
  /** Two sentences: who refused what. */
  readonly explanation: string;
  /** What to change on the server or the page. */
  readonly fix: string;
  /** Where it happened. For a request that was never sent, the one that would have been. */
  declare readonly exchange: Exchange;

  constructor(exchange: Exchange, failure: Failure, words: Words, options?: ErrorOptions) {
    super(words.message(failure, exchange), options);
    const explained = words.explain(failure, exchange);
    this.code = explained.code;
    this.phase = explained.phase;
    this.chromium = explained.chromium;
    this.failedParameter = explained.failedParameter;
    this.detail = failure.detail;
    this.explanation = explained.explanation;
    this.fix = explained.fix;
    // Not enumerable: test runners print the other members under the message, and this one is large.
    Object.defineProperty(this, "exchange", { value: exchange });
  }
}
