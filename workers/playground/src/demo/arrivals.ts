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
  const after = new Float64Array(LONGEST_ORIGIN + 1);
  let passing = 0;
  // Plain loops: a policy has thousands of characters, and each takes one way through all places.
  for (let place = least; place <= LONGEST_ORIGIN; place++) {
    passing += arrivals[place - least] ?? 0;
    if (place > most) passing -= arrivals[place - most - 1] ?? 0;
    after[place] = passing;
  }
  return after;
}

export function bothArrivals(some: Arrivals, others: Arrivals): Arrivals {
  return some.map((count, place) => count + (others[place] ?? 0));
}

/** What it takes to look at up to `most` characters from where they stand. */
export function stepsFrom(arrivals: Arrivals, most: number): number {
  let steps = 0;
  for (let place = 0; place <= LONGEST_ORIGIN; place++) {
    const left = LONGEST_ORIGIN - place;
    steps += (arrivals[place] ?? 0) * Math.max(Math.min(most, left + 1), 1);
  }
  return steps;
}
