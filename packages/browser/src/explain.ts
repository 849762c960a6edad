import { corsCodes } from "./codes.ts";
import type { Exchange } from "./exchange.ts";
import type { Failure } from "./failure.ts";
import { originOf } from "./fetch/origin.ts";
import { currentUrl } from "./request/page-request.ts";
import { serializeRequestOrigin } from "./request/request-origin.ts";

/** A failure in words, as errors and diagnoses carry it. */
export interface Explained extends Failure {
  /** The DevTools protocol's `CorsError` name; null where Chromium has none. */
  readonly chromium: string | null;
  /** Two sentences: who refused what. */
  readonly explanation: string;
  /** What to change on the server or the page. */
  readonly fix: string;
}

/** Puts values into the `{placeholders}` of a text from the table of codes. */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Under `keepalive` Chromium's network service follows redirects by itself, and so has an error for it. */
const outlived = "redirect-mode-same-origin";

/** Turns a failure into words, with the names of this exchange. */
export function explainFailure(failure: Failure, exchange: Exchange): Explained {
  const { chromium, explanation, fix } = corsCodes[failure.code];
  const url = currentUrl(exchange.state);
  const values = {
    url: url.href,
    host: originOf(url) === "null" ? url.href : originOf(url),
    origin: serializeRequestOrigin(exchange.state),
    method: exchange.state.method,
    detail: failure.detail,
  };
  return {
    ...failure,
    chromium:
      exchange.state.keepalive && failure.code === outlived
        ? "DisallowedByMode"
        : chromium[failure.phase],
    explanation: fillTemplate(explanation, values),
    fix: fillTemplate(fix, values),
  };
}
