import { CorsConfigError, type ConfigIssue } from "@crossgate/core";
import type { KVNamespaceLike } from "./host.ts";

/** How `kvOrigins` asks, and for how long it remembers. All times are in seconds. */
export interface KvOriginsOptions {
  /**
   * What stands before the origin in a key, such as `"origin:"`: at most 186 bytes, since a key has
   * room for 512 and an origin may take 326.
   *
   * @default ""
   */
  readonly prefix?: string | undefined;
  /**
   * Seconds for which an allowed origin is not looked up again: 1 to 86400.
   *
   * @default 60
   */
  readonly ttl?: number | undefined;
  /**
   * Seconds for which a denied origin is not looked up again: 0 to 86400.
   *
   * @default 10
   */
  readonly negativeTtl?: number | undefined;
  /**
   * Seconds after `ttl` for which an allowed origin stays allowed while it is looked up again in the
   * background: 0 to 86400. An origin removed from KV is denied after `ttl` + `staleFor`.
   *
   * @default 0
   */
  readonly staleFor?: number | undefined;
  /**
   * How many allowed origins are remembered, and apart from them how many denied ones: 1 to 100000.
   * Choose more than you allow.
   *
   * @default 1000
   */
  readonly maxEntries?: number | undefined;
  /**
   * How many look-ups a second may cost, 1 to 10000, for each isolate; origins beyond are denied
   * until the next second. An origin that is known as allowed is looked up again outside of it, once
   * each `ttl`, so that no flood of others can starve it.
   *
   * @default 50
   */
  readonly maxLookupsPerSecond?: number | undefined;
  /**
   * Seconds that a request waits for KV before its origin is denied: more than 0, at most 30.
   *
   * @default 2
   */
  readonly lookupTimeout?: number | undefined;
}

/** The same, complete, and times in milliseconds. */
export type KvLimits = Readonly<Record<Exclude<keyof KvOriginsOptions, "prefix">, number>> & {
  readonly prefix: string;
};

/** A key may take 512 bytes, and core asks about no origin above 326. */
const LONGEST_PREFIX = 186;

type Bounds = readonly [standard: number, least: number, most: number];

const SECONDS: Readonly<Record<string, Bounds>> = {
  ttl: [60, 1, 86_400],
  negativeTtl: [10, 0, 86_400],
  staleFor: [0, 0, 86_400],
  lookupTimeout: [2, 0.001, 30],
};

const COUNTS: Readonly<Record<string, Bounds>> = {
  maxEntries: [1000, 1, 100_000],
  maxLookupsPerSecond: [50, 1, 10_000],
};

/** @throws CorsConfigError with every problem */
export function readKvOptions(namespace: unknown, options: KvOriginsOptions): KvLimits {
  const issues: ConfigIssue[] = [];
  const given = new Map<string, unknown>(Object.entries(options));
  const limits: Record<string, unknown> = {};
  const refuse = (name: string, code: ConfigIssue["code"], message: string): void => {
    issues.push({ path: `kvOrigins.${name}`, code, message: `${code} ${message}` });
  };
  const read = (name: string, valid: (value: unknown) => boolean, expected: string): unknown => {
    const value = given.get(name);
    given.delete(name);
    if (value !== undefined && !valid(value)) {
      refuse(name, "invalid", `value ${quote(value)}; write ${expected}`);
    }
    return value;
  };
  const readNumber = (name: string, [standard, least, most]: Bounds, scale: number): void => {
    const isInRange = (value: unknown): boolean =>
      typeof value === "number" &&
      value >= least &&
      value <= most &&
      (scale > 1 || Number.isInteger(value));
    const kind = scale > 1 ? "a number of seconds" : "a whole number";
    const value = read(name, isInRange, `${kind} from ${least} to ${most}`) ?? standard;
    limits[name] = Number(value) * scale;
  };

  if (typeof (namespace as KVNamespaceLike | undefined)?.get !== "function") {
    refuse("namespace", "missing", "binding; give a KV namespace, such as env.ORIGINS");
  }
  limits["prefix"] = read("prefix", isPrefix, `a string of at most ${LONGEST_PREFIX} bytes`) ?? "";
  for (const [name, bounds] of Object.entries(SECONDS)) readNumber(name, bounds, 1000);
  for (const [name, bounds] of Object.entries(COUNTS)) readNumber(name, bounds, 1);
  for (const name of given.keys()) refuse(name, "unknown", "option; there is none of this name");
  if (issues.length > 0) throw new CorsConfigError(issues);
  return limits as KvLimits;
}

function quote(value: unknown): string {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? JSON.stringify(value) : `of type ${typeof value}`;
}

function isPrefix(value: unknown): boolean {
  return typeof value === "string" && new TextEncoder().encode(value).length <= LONGEST_PREFIX;
}
