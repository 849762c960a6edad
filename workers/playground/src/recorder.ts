import { DurableObject } from "cloudflare:workers";
import type { Exchange } from "./exchange.ts";

/** More than any run of the page needs. */
const LIMIT = 10;

/**
 * The exchanges of one run, for the page to read: a browser hides preflights and blocked responses
 * from scripts. Kept in memory only, because the page asks within moments.
 */
export class Recorder extends DurableObject {
  readonly #exchanges: Exchange[] = [];

  record(exchange: Exchange): void {
    if (this.#exchanges.length < LIMIT) this.#exchanges.push(exchange);
  }

  list(): readonly Exchange[] {
    return this.#exchanges;
  }
}
