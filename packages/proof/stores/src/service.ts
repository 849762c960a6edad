import { setTimeout as sleep } from "node:timers/promises";
import { createCors } from "@crossgate/core";
import { type LookUpOrigin, type RememberedOptions, rememberedOrigins } from "@crossgate/origins";

export const PAGE = "https://acme.example";
/** In seconds; short ones, so that every limit is met within a test. */
const LIMITS = { ttl: 1, staleFor: 1, negativeTtl: 0.5, lookupTimeout: 0.5 } as const;

/** Only what hangs takes so long. */
const HANGS = 120_000;

/** What a page got, and when it had asked. */
interface Answer {
  readonly asked: number;
  readonly status: number;
  readonly isAllowed: boolean;
  /** Whether it is allowed though the time of every look-up that has allowed it was over. */
  readonly isOverdue: boolean;
}

/** A server under traffic: one page that asks all the time, and strangers beside it. */
export class Service {
  readonly answers: Answer[] = [];
  readonly #guarded: (request: Request) => Promise<Response>;
  readonly #waiting = new Set<Promise<void>>();
  #isOpen = true;
  #traffic: Promise<void> | undefined;
  #strangers = 0;
  /** When the last look-up began that has allowed the page, and for how long that holds. */
  #confirmed = -Infinity;
  readonly #holds: number;

  constructor(lookUp: LookUpOrigin, options: RememberedOptions = {}) {
    const { ttl = LIMITS.ttl, staleFor = LIMITS.staleFor } = options;
    this.#holds = (ttl + staleFor) * 1000;
    const confirming: LookUpOrigin = async (origin, context) => {
      const began = performance.now();
      const isAllowed = await lookUp(origin, context);
      if (isAllowed && origin === PAGE) this.#confirmed = Math.max(this.#confirmed, began);
      return isAllowed;
    };
    const origin = rememberedOrigins(confirming, { ...LIMITS, ...options });
    const cors = createCors({ origin, credentials: true });
    this.#guarded = async (request) => cors.wrap(() => new Response("data"))(request);
    this.#traffic = this.#serve();
  }

  /** Waits until the page gets what is expected, and returns after how many milliseconds. */
  async until(isAllowed: boolean): Promise<number> {
    const began = performance.now();
    while (performance.now() - began < HANGS) {
      const asked = performance.now();
      await this.#ask(PAGE);
      if (this.answers.findLast((each) => each.asked >= asked)?.isAllowed === isAllowed) {
        return asked - began;
      }
      await sleep(10);
    }
    throw new Error(`not ${isAllowed ? "allowed" : "denied"} within ${HANGS / 1000} s`);
  }

  /** What pages got that asked within a time, both in milliseconds from now. */
  since(moment: number): readonly Answer[] {
    return this.answers.filter(({ asked }) => asked >= moment);
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    await this.#traffic;
    await Promise.all(this.#waiting);
  }

  async #serve(): Promise<void> {
    while (this.#isOpen) {
      this.#begin(PAGE);
      this.#begin(`https://stranger-${this.#strangers++}.example`);
      await sleep(20);
    }
  }

  #begin(origin: string): void {
    const asking = this.#ask(origin).finally(() => this.#waiting.delete(asking));
    this.#waiting.add(asking);
  }

  async #ask(origin: string): Promise<void> {
    const asked = performance.now();
    const request = new Request("https://api.example", { headers: { origin } });
    const response = await this.#guarded(request).catch(() => Response.error());
    const isAllowed = response.headers.get("access-control-allow-origin") === origin;
    if (origin === PAGE || isAllowed || response.status !== 200) {
      const isOverdue = isAllowed && asked - this.#confirmed > this.#holds;
      this.answers.push({ asked, status: response.status, isAllowed, isOverdue });
    }
  }
}
