/** A byte range as a page may ask for it. An absent end means "to the last byte". */
export interface ByteRange {
  readonly start?: bigint;
  readonly end?: bigint;
}

/**
 * Parses `bytes=start-end` without whitespace.
 *
 * @returns undefined where parsing fails: both numbers missing, start after end, anything else around
 * @see https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function parseSingleRange(value: string): ByteRange | undefined {
  const parts = /^bytes=([0-9]*)-([0-9]*)$/.exec(value);
  if (!parts) return undefined;
  const [, first = "", last = ""] = parts;
  if (first === "" && last === "") return undefined;
  if (first !== "" && last !== "" && BigInt(first) > BigInt(last)) return undefined;
  return {
    ...(first === "" ? {} : { start: BigInt(first) }),
    ...(last === "" ? {} : { end: BigInt(last) }),
  };
}
