/** Per server; there are three. */
export const BUDGET = 500;
export const HONEST = 2000;
export const FLOOD = 3400;
export const TICK = 10;
export const LIMITS = {
  ttl: 60,
  staleFor: 300,
  negativeTtl: 2,
  maxEntries: 100_000,
  maxLookupsPerSecond: BUDGET,
} as const;

/** Seconds of the trial: traffic alone, then with the flood; a change; the end. */
export const PHASES = { warm: 8, change: 16, end: 32, ttlAlone: 10 } as const;

/** What one server has found. */
export interface Finding {
  readonly warm: { readonly honest: number; readonly remembered: number };
  readonly flood: {
    readonly honest: number;
    readonly remembered: number;
    readonly strangers: number;
  };
  /** Look-ups that began in each second of the trial. */
  readonly lookups: readonly (readonly [second: number, count: number])[];
  readonly budget: number;
  readonly stats: {
    readonly allowed: number;
    readonly denied: number;
    readonly overBudget: number;
    readonly failures: number;
    readonly timeouts: number;
  };
  /** When a change was seen, in milliseconds since 1970, or `null` if it was not. */
  readonly moments: Readonly<
    Record<"removedPushed" | "addedPushed" | "removedAlone" | "addedAlone", number | null>
  >;
  /** Nanoseconds for one request, at the median, beyond the same policy with a `Set`. */
  readonly added: { readonly ofSet: number; readonly remembered: number };
  readonly bytes: number;
}
