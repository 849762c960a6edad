import { createClock } from "./clock.ts";
import { type LimitOptions, readLimits } from "./options/limits.ts";
import { OptionReader } from "./options/option-reader.ts";
import { OriginMemory, type RememberedStats } from "./origin-memory.ts";

/**
 * Asks a store about one origin. `true`, `1` (as Redis and SQL say it) and the origin itself allow;
 * `false`, `0`, `null`, `undefined` and any other text deny. Anything else is an error.
 */
export type LookUpOrigin<Context = unknown> = (
  origin: string,
  context: Context,
) => LookUpAnswer | Promise<LookUpAnswer>;

/** What a look-up may answer. */
export type LookUpAnswer = boolean | number | string | null | undefined;

/** How `rememberedOrigins` asks, and for how long it caches. All times are in seconds. */
export interface RememberedOptions<Context = unknown> extends LimitOptions {
  /**
   * Gives the name under which an answer is cached. Write it if the answer depends on more than the
   * origin, or one tenant's answer is cached for all.
   *
   * @default (origin) => origin
   * @example An answer for each tenant
   * ```ts
   * const table = new Set(["acme https://acme.example"]);
   * rememberedOrigins<{ tenant: string }>(
   *   async (origin, { tenant }) => table.has(`${tenant} ${origin}`),
   *   { key: (origin, { tenant }) => `${tenant} ${origin}` },
   * );
   * ```
   */
  readonly key?: ((origin: string, context: Context) => string) | undefined;
  /**
   * Keeps a look-up going when the request that began it has ended. Some hosts stop the promises of a
   * finished request; Workers do.
   *
   * @default nothing: the host keeps it
   * @example On Workers
   * ```ts
   * interface Context {
   *   readonly ctx: { waitUntil(promise: Promise<unknown>): void };
   * }
   * rememberedOrigins<Context>(async (origin) => origin === "https://myapp.com", {
   *   keep: (lookUp, { ctx }) => ctx.waitUntil(lookUp),
   * });
   * ```
   */
  readonly keep?: ((lookUp: Promise<unknown>, context: Context) => void) | undefined;
}

/** An `origin` function that caches, and the handles of its memory. */
export interface RememberedOrigins<Context = unknown> {
  /**
   * Whether an origin is allowed: at once where that is cached. Rejects when the store can't be
   * asked, which a policy takes as a denial and reports.
   */
  (origin: string, context?: Context): boolean | Promise<boolean>;
  /**
   * Forgets one key, or everything. Call it when the store says that something has changed: the next
   * request asks the store, outside of the budget.
   */
  forget(key?: string): void;
  /** Tells what is held and what was done, as plain numbers. */
  stats(): RememberedStats;
}

/**
 * Caches which origins a store allows. A store is one function that answers for one origin.
 *
 * It caches allowed and denied origins apart. Requests that ask about the same origin share one
 * look-up. A flood of made-up origins costs `maxLookupsPerSecond` and pushes out no one. The memory
 * belongs to one call: make it once, beside the policy. `null` is never allowed, because every
 * sandboxed page shares it.
 *
 * @param lookUp asks the store
 * @param options how to ask and how long to cache; times in seconds
 * @returns the `origin` function of a policy
 * @throws CorsConfigError with every problem of the options
 * @example
 * ```ts
 * const table = new Set(["https://myapp.com"]);
 * const origin = rememberedOrigins(async (origin) => table.has(origin), { ttl: 60, staleFor: 300 });
 * const cors = createCors({ origin, credentials: true });
 * ```
 */
export function rememberedOrigins<Context = unknown>(
  lookUp: LookUpOrigin<Context>,
  options: RememberedOptions<Context> = {},
): RememberedOrigins<Context> {
  const { limits, key, keep } = readOptions(lookUp, options);
  const has = async (origin: string, context: Context): Promise<boolean> =>
    isAllowing(await lookUp(origin, context), origin);
  const memory = new OriginMemory<Context>(limits, { has, keep }, createClock());
  const allows = (origin: string, context?: Context): boolean | Promise<boolean> =>
    origin !== "null" &&
    memory.allows(nameOf(key(origin, context as Context)), origin, context as Context);
  return Object.assign(allows, {
    forget: (key?: string): void => memory.forget(key),
    stats: (): RememberedStats => memory.stats(),
  });
}

function readOptions<Context>(lookUp: LookUpOrigin<Context>, options: RememberedOptions<Context>) {
  const reader = new OptionReader("rememberedOrigins", options);
  if (typeof lookUp !== "function") {
    reader.refuse("lookUp", "missing", "function; write (origin) => whether the store has it");
  }
  const limits = readLimits(reader);
  const key = reader.callable("key", "(origin, context) => a text");
  const keep = reader.callable("keep", "(lookUp, context) => …, such as ctx.waitUntil(lookUp)");
  reader.finish();
  return {
    limits,
    key: (key ?? ((origin: string) => origin)) as (origin: string, context: Context) => string,
    keep: (keep ?? (() => {})) as (lookUp: Promise<unknown>, context: Context) => void,
  };
}

/** Under `undefined`, or under one object for all, tenants would share an answer. */
function nameOf(key: unknown): string {
  if (typeof key === "string") return key;
  throw new TypeError(`rememberedOrigins: key returned ${typeof key}; return a text`);
}

/** A row, a list, or another object says nothing: `{ exists: false }` would allow everyone. */
function isAllowing(answer: unknown, origin: string): boolean {
  if (answer === true || answer === 1 || answer === origin) return true;
  const isDenial = answer === 0 || typeof answer === "string" || answer === null;
  if (isDenial || answer === false || answer === undefined) return false;
  throw new TypeError(
    `rememberedOrigins: the look-up answered with ${typeof answer === "number" ? answer : typeof answer}; answer true or false`,
  );
}
