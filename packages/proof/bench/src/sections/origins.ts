/** Origins that one could be asked to allow: as long as real ones, and all different. */
export function exactOrigins(count: number): readonly `https://${string}`[] {
  return Array.from(
    { length: count },
    (_, index) => `https://tenant-${index}.myapp.example` as const,
  );
}

/** The same as a configuration has them: texts out of JSON, whose hashes no one has asked for yet. */
export function freshOrigins(count: number): readonly string[] {
  return JSON.parse(JSON.stringify(exactOrigins(count))) as readonly string[];
}

export function patterns(count: number): readonly `https://*.${string}`[] {
  return Array.from({ length: count }, (_, index) => `https://*.tenant-${index}.example` as const);
}

/** How many requests are sent in turn: one alone would find everything about it cached. */
const ASKING = 64;

/** Some of `count`, evenly over the whole list; of a short one each is there several times. */
export function someOf(count: number): readonly number[] {
  return Array.from({ length: ASKING }, (_, index) => Math.floor((index * count) / ASKING));
}
