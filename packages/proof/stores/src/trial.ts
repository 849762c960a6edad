/** An origin function of tenants, and the two changes that its store knows. */
export interface Store {
  readonly origin: (origin: string, context: { readonly tenant: string }) => Allowed;
  readonly allow: (tenant: string, origin: string) => Promise<unknown>;
  readonly remove: (tenant: string, origin: string) => Promise<unknown>;
  /** Milliseconds for which an answer is cached, of a store that can't push. */
  readonly ttl?: number;
}

type Allowed = boolean | Promise<boolean>;

/** No push takes so many turns. */
const TURNS = 20_000;

/**
 * Puts a store to what every recipe promises: tenants are apart, a cached answer comes at once,
 * and a change is seen. The clock stands still meanwhile. So no cached answer becomes old by itself,
 * and what is seen was pushed. It names no host's module, since it runs on all of them.
 */
export async function tryStore({ origin, allow, remove, ttl }: Store): Promise<void> {
  const page = "https://acme.example";
  const acme = { tenant: "acme" };
  const clock = holdClock();
  try {
    expect(await origin(page, acme), false, "an origin that no one has added");
    await allow("acme", page);
    if (ttl !== undefined) {
      expect(origin(page, acme), false, "a cached answer before its time is over");
      clock.pass(ttl + 1);
    }
    await until(true, () => origin(page, acme));
    // A change may be pushed after it was seen, and is then looked up once more.
    await until(true, () => origin(page, acme) === true);
    expect(await origin(page, { tenant: "other" }), false, "another tenant");
    expect(await origin(`${page}.evil.example`, acme), false, "a longer name");
    await remove("acme", page);
    if (ttl !== undefined) {
      expect(origin(page, acme), true, "a cached answer before its time is over");
      clock.pass(ttl + 1);
    }
    await until(false, () => origin(page, acme));
  } finally {
    clock.release();
  }
}

/** Asks until the answer is as expected. */
async function until(expected: boolean, ask: () => Allowed): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    if ((await ask()) === expected) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
  throw new Error(`still not ${expected}`);
}

/** Makes the clocks of this process stand still; time passes when it is told to. */
function holdClock() {
  const real = { date: Date.now, performance: performance.now.bind(performance) };
  const held = { date: Date.now(), performance: performance.now() };
  Date.now = () => held.date;
  performance.now = () => held.performance;
  return {
    pass(milliseconds: number): void {
      held.date += milliseconds;
      held.performance += milliseconds;
    },
    release(): void {
      Date.now = real.date;
      performance.now = real.performance;
    },
  };
}

function expect(found: unknown, expected: unknown, what: string): void {
  if (found !== expected)
    throw new Error(`${what}: ${String(found)} instead of ${String(expected)}`);
}
