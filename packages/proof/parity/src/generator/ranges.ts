/** Values of `Range`, by what they ask for and how they are written. */
export const rangeKinds: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "both ends": ["bytes=0-99", "bytes=7-7"],
  "an open end": ["bytes=5-", "bytes=0-"],
  "a suffix": ["bytes=-5"],
  "ends the wrong way round": ["bytes=9-1"],
  "several ranges": ["bytes=0-1,4-5"],
  blanks: ["bytes =0-10", "bytes= 0-10", "bytes=0 - 10", "bytes=\t0-10"],
  "leading zeros": ["bytes=00-010"],
  "the unit in capitals": ["BYTES=0-10", "Bytes=0-", "bYTES=-5"],
  "another unit": ["lines=0-1", "items=0-"],
  "no range": ["bytes", "bytes=", "bytes=-", ""],
  "large numbers": [
    "bytes=0-9223372036854775807",
    "bytes=0-9223372036854775808",
    "bytes=18446744073709551615-18446744073709551615",
    "bytes=18446744073709551616-",
  ],
};

/** Every value. */
export const ranges: readonly string[] = Object.values(rangeKinds).flat();

/** How a range is written, or undefined. */
export function rangeKindOf(value: string): string | undefined {
  return Object.keys(rangeKinds).find((kind) => rangeKinds[kind]?.includes(value));
}
