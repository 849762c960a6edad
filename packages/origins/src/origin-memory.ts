import { Budget } from "./budget.ts";
import type { Clock } from "./clock.ts";
import { KnownOrigins } from "./known-origins.ts";
import { LookUps, type OriginSource, type Question } from "./look-ups.ts";
import type { Limits } from "./options/limits.ts";
import { Reporter } from "./report.ts";
import { within } from "./within.ts";

/** What is held, and what was done since the start. */
export interface RememberedStats {
  /** Allowed keys that are held, expired ones included. */
  readonly allowed: number;
  /** Denied keys that are held, expired ones included. */
  readonly denied: number;
  /** Look-ups that are under way. */
  readonly underWay: number;
  /** Questions that were answered from memory. */
  readonly remembered: number;
  /** Look-ups that have begun. */
  readonly lookups: number;
  /** Look-ups that failed. */
  readonly failures: number;
  /** Questions that waited for `lookupTimeout` in vain. */
  readonly timeouts: number;
  /** Questions that were denied because the budget was spent. */
  readonly overBudget: number;
}

/** Which keys a store has, cached for a while. */
export class OriginMemory<Context> {
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #budget: Budget;
  readonly #known: KnownOrigins;
  readonly #lookUps: LookUps<Context>;
  readonly #floods = new Reporter();
  readonly #renewals = new Reporter();
  #remembered = 0;
  #timeouts = 0;
  #overBudget = 0;

  constructor(limits: Limits, source: OriginSource<Context>, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#budget = new Budget(limits.maxLookupsPerSecond);
    this.#known = new KnownOrigins(limits);
    this.#lookUps = new LookUps(source, this.#known, limits.lookupTimeout);
  }

  /**
   * Whether a key is allowed: at once where that is cached, or can't be asked now.
   *
   * @throws the store's error, or one about its silence, as a rejection
   */
  allows(key: string, origin: string, context: Context): boolean | Promise<boolean> {
    const { ttl, staleFor, negativeTtl } = this.#limits;
    const now = this.#clock.now();
    const age = now - this.#known.allowedAt(key);
    if (age < ttl + staleFor) {
      if (age >= ttl) this.#renew({ key, origin, context }, now);
      this.#remembered++;
      return true;
    }
    if (now - this.#known.deniedAt(key) < negativeTtl) {
      this.#remembered++;
      return false;
    }
    const answer = this.#lookUps.join(key, now) ?? this.#ask({ key, origin, context }, now);
    return answer ? this.#withinPatience(answer) : false;
  }

  /**
   * Forgets what is known of one key, or of all. The next look-up of a key that was allowed, or
   * that is named here, is outside of the budget. No stranger can say that the store has changed.
   */
  forget(key?: string): void {
    this.#known.forget(key);
    this.#lookUps.forget(key);
  }

  stats(): RememberedStats {
    return {
      ...this.#known.sizes,
      ...this.#lookUps.counts,
      remembered: this.#remembered,
      timeouts: this.#timeouts,
      overBudget: this.#overBudget,
    };
  }

  /** Behind an answer that is stale. Not out of the budget: unknown keys need it more. */
  #renew(question: Question<Context>, now: number): void {
    if (this.#lookUps.join(question.key, now)) return;
    if (!this.#known.privilegeOf(question.key)?.take(now)) return;
    this.#lookUps.begin(question, now).catch((error: unknown) => {
      const message = "an origin that the store allowed could not be looked up again";
      this.#renewals.error(this.#clock.now(), message, error);
    });
  }

  #ask(question: Question<Context>, now: number): Promise<boolean> | undefined {
    if (this.#known.privilegeOf(question.key)?.take(now) || this.#budget.take(now)) {
      return this.#lookUps.begin(question, now);
    }
    this.#overBudget++;
    const { maxLookupsPerSecond: limit } = this.#limits;
    const message = `${limit} origins were looked up within a second; other unknown ones are denied until the next (maxLookupsPerSecond)`;
    this.#floods.warn(now, message);
    return undefined;
  }

  #withinPatience(answer: Promise<boolean>): Promise<boolean> {
    const { lookupTimeout } = this.#limits;
    return within(this.#clock, lookupTimeout, answer, () => {
      this.#timeouts++;
      return new Error(`the store was silent for ${lookupTimeout / 1000} s (lookupTimeout)`);
    });
  }
}
