import type { KnownOrigins } from "./known-origins.ts";
import { Reporter } from "./report.ts";

/** What is asked of the store. */
export interface Question<Context> {
  readonly key: string;
  readonly origin: string;
  readonly context: Context;
}

/** The store and the host, from outside. */
export interface OriginSource<Context> {
  /** Whether the store has an origin. */
  has(origin: string, context: Context): Promise<boolean>;
  /** Keeps a look-up going when the request that began it has ended. */
  keep(lookUp: Promise<unknown>, context: Context): void;
}

interface LookUp {
  readonly at: number;
  readonly turn: number;
  readonly answer: Promise<boolean>;
}

/** The look-ups that are under way: one for each key. */
export class LookUps<Context> {
  readonly #source: OriginSource<Context>;
  readonly #known: KnownOrigins;
  readonly #patience: number;
  /** In the order in which they began. */
  readonly #underWay = new Map<string, LookUp>();
  readonly #unkept = new Reporter();
  #begun = 0;
  #failed = 0;

  /** @param patience milliseconds after which a look-up may never end, and another may begin */
  constructor(source: OriginSource<Context>, known: KnownOrigins, patience: number) {
    this.#source = source;
    this.#known = known;
    this.#patience = patience;
  }

  get counts(): { readonly underWay: number; readonly lookups: number; readonly failures: number } {
    return { underWay: this.#underWay.size, lookups: this.#begun, failures: this.#failed };
  }

  /** A look-up of a key that is under way, and for whose answer one may wait. */
  join(key: string, now: number): Promise<boolean> | undefined {
    for (const [key, { at }] of this.#underWay) {
      if (now - at < this.#patience) break;
      this.#underWay.delete(key);
    }
    return this.#underWay.get(key)?.answer;
  }

  begin(question: Question<Context>, at: number): Promise<boolean> {
    const turn = this.#known.nextTurn();
    const answer = this.#ask(question, at, turn);
    this.#underWay.set(question.key, { at, turn, answer });
    try {
      this.#source.keep(
        answer.catch(() => {}),
        question.context,
      );
    } catch (error) {
      this.#unkept.error(at, "keep failed; the look-up goes on without it", error);
    }
    return answer;
  }

  /** Lets no one join what began before now. */
  forget(key?: string): void {
    if (key === undefined) this.#underWay.clear();
    else this.#underWay.delete(key);
  }

  async #ask({ key, origin, context }: Question<Context>, at: number, turn: number) {
    this.#begun++;
    try {
      const isAllowed = await this.#source.has(origin, context);
      this.#known.remember(key, at, turn, isAllowed);
      return isAllowed;
    } catch (error) {
      this.#failed++;
      throw error;
    } finally {
      // Another may have begun meanwhile, where this one took too long.
      if (this.#underWay.get(key)?.turn === turn) this.#underWay.delete(key);
    }
  }
}
