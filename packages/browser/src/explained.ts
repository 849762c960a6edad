import type { Failure } from "./failure.ts";

/** A failure in words, as errors and diagnoses carry it. */
export interface Explained extends Failure {
  /** The DevTools protocol's `CorsError` name; null where Chromium has none. */
  readonly chromium: string | null;
  /** Two sentences: who refused what. */
  readonly explanation: string;
  /** What to change on the server or the page. */
  readonly fix: string;
}
