/** A stream of choices that a seed reproduces. */
export interface Random {
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  /** Picks by weight. */
  weigh<Value>(choices: readonly (readonly [weight: number, value: Value])[]): Value;
  /** 0 to `below` - 1. */
  below(below: number): number;
  /** Some of the values, in their order. */
  some<Value>(values: readonly Value[], count: number): readonly Value[];
}

/** Mulberry32: 32 bits of state are plenty for choosing cases. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    chance: (probability) => next() < probability,
    pick: (values) => values[below(values.length)] ?? values[0],
    below,
    weigh(choices) {
      let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      const [first] = choices;
      if (!first) throw new RangeError("Nothing to choose from.");
      return first[1];
    },
    some(values, count) {
      const indices = values.map((_, index) => index);
      while (indices.length > count) indices.splice(below(indices.length), 1);
      return indices.flatMap((index) => values.slice(index, index + 1));
    },
  };
}
