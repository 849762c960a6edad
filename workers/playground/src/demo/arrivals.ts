/** The longest origin that a policy's expression is ever shown (rule O2). */
export const LONGEST_ORIGIN = 326;

/** How many of a matcher's attempts stand at each place of the longest origin, first to end. */
export type Arrivals = Float64Array<ArrayBuffer>;

/** An expression without `^` is tried from each place. */
export function arrivalsEverywhere(): Arrivals {
  return new Float64Array(LONGEST_ORIGIN + 1).fill(1);
}

/** Those of which `^` lets through. */
export function atTheBeginning(arrivals: Arrivals): Arrivals {
  return new Float64Array(LONGEST_ORIGIN + 1).fill(arrivals[0] ?? 0, 0, 1);
}

/** Where they stand after from `least` to `most` characters, if every character fits. */
export function advanced(arrivals: Arrivals, least: number, most: number): Arrivals {
  const before = new Float64Array(LONGEST_ORIGIN + 2);
  arrivals.forEach((count, place) => (before[place + 1] = (before[place] ?? 0) + count));
  return arrivals.map((_, place) => {
    const last = before[Math.max(place - least + 1, 0)] ?? 0;
    return last - (before[Math.max(place - most, 0)] ?? 0);
  });
}

export function bothArrivals(some: Arrivals, others: Arrivals): Arrivals {
  return some.map((count, place) => count + (others[place] ?? 0));
}

/** What it takes to look at up to `most` characters from where they stand. */
export function stepsFrom(arrivals: Arrivals, most: number): number {
  return arrivals.reduce((steps, count, place) => {
    const left = LONGEST_ORIGIN - place;
    return steps + count * Math.max(Math.min(most, left + 1), 1);
  }, 0);
}
