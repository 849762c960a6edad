import {
  type LimitOptions,
  type Limits,
  OptionReader,
  readLimits,
} from "@crossgate/origins/adapter";
import type { KVNamespaceLike } from "./host.ts";

/** How `kvOrigins` asks, and for how long it caches. All times are in seconds. */
export interface KvOriginsOptions extends LimitOptions {
  /**
   * Sets the text before the origin in a key.
   *
   * Permitted:
   * - a text of at most 186 bytes, since a key has room for 512 and an origin may take 326
   *
   * Refused:
   * - a longer text
   *
   * @default ""
   * @example Keys such as origin:https://myapp.com
   * ```ts
   * import { kvOrigins } from "@crossgate/cloudflare/kv-origins";
   * const originOf = (namespace: KVNamespace) => kvOrigins(namespace, { prefix: "origin:" });
   * ```
   */
  readonly prefix?: string | undefined;
  /**
   * Sets how many allowed origins are cached, and apart from them how many denied ones. Choose more than
   * you allow.
   *
   * Permitted:
   * - a whole number from 1 to 100000, since an isolate has 128 MB
   *
   * Refused:
   * - every other number, and texts
   *
   * @default 1000
   * @example For 5,000 customers
   * ```ts
   * import { kvOrigins } from "@crossgate/cloudflare/kv-origins";
   * const originOf = (namespace: KVNamespace) => kvOrigins(namespace, { maxEntries: 10_000 });
   * ```
   * @example Wrong: a text
   * ```ts
   * import { kvOrigins } from "@crossgate/cloudflare/kv-origins";
   * const originOf = (namespace: KVNamespace) =>
   *   // @ts-expect-error write 10_000
   *   kvOrigins(namespace, { maxEntries: "10000" });
   * ```
   */
  readonly maxEntries?: number | undefined;
}

/** What `kvOrigins` was given, checked: the limits with times in milliseconds, and the prefix. */
export interface KvOptions {
  readonly prefix: string;
  readonly limits: Limits;
}

/** A key may take 512 bytes, and core asks about no origin above 326. */
const LONGEST_PREFIX = 186;
const MOST_ENTRIES = 100_000;

/** @throws CorsConfigError with every problem */
export function readKvOptions(namespace: unknown, options: KvOriginsOptions): KvOptions {
  const reader = new OptionReader("kvOrigins", options);
  if (typeof (namespace as KVNamespaceLike | undefined)?.get !== "function") {
    const message = "binding; give a KV namespace, such as env.ORIGINS";
    reader.refuse("namespace", "missing", message);
  }
  const expected = `a string of at most ${LONGEST_PREFIX} bytes`;
  const prefix = (reader.read("prefix", isPrefix, expected) ?? "") as string;
  const limits = readLimits(reader, MOST_ENTRIES);
  reader.finish();
  return { prefix, limits };
}

function isPrefix(value: unknown): boolean {
  return typeof value === "string" && new TextEncoder().encode(value).length <= LONGEST_PREFIX;
}
