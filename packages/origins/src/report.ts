import { report, warn } from "@crossgate/core/origin-entry";

/** What is said of more failures than one, and not for each. */
const PAUSE = 1000;

/**
 * Says what went wrong at most once a second. Someone who can cause it again and again fills no
 * log.
 */
export class Reporter {
  #last = -Infinity;

  error(now: number, message: string, error: unknown): void {
    if (this.#isDue(now)) report(message, error);
  }

  warn(now: number, message: string): void {
    if (this.#isDue(now)) warn(() => message);
  }

  #isDue(now: number): boolean {
    if (now - this.#last < PAUSE) return false;
    this.#last = now;
    return true;
  }
}
