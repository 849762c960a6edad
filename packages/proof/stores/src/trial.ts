/** An origin function of tenants, and the two changes that its store knows. */
export interface Store {
  readonly origin: (origin: string, context: { readonly tenant: string }) => Allowed;
  readonly allow: (tenant: string, origin: string) => Promise<unknown>;
  readonly remove: (tenant: string, origin: string) => Promise<unknown>;
}

type Allowed = boolean | Promise<boolean>;

/** Milliseconds until each change was seen. */
export interface Seen {
  readonly added: number;
  readonly removed: number;
}

const LIMIT = 5000;

/**
 * Puts a store to what every recipe promises: tenants are apart, a cached answer comes at once,
 * and a change is seen. It names no host's module, since it runs on all of them.
 */
export async function tryStore({ origin, allow, remove }: Store): Promise<Seen> {
  const page = "https://acme.example";
  const acme = { tenant: "acme" };
  expect(await origin(page, acme), false, "an origin that no one has added");
  await allow("acme", page);
  const added = await until(true, () => origin(page, acme));
  // A change may be pushed after it was seen, and is then looked up once more.
  await until(true, () => origin(page, acme) === true);
  expect(await origin(page, { tenant: "other" }), false, "another tenant");
  expect(await origin(`${page}.evil.example`, acme), false, "a longer name");
  await remove("acme", page);
  const removed = await until(false, () => origin(page, acme));
  return { added, removed };
}

/** How long it takes until the answer is as expected. */
async function until(expected: boolean, ask: () => Allowed): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < LIMIT) {
    if ((await ask()) === expected) return performance.now() - began;
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
  throw new Error(`still not ${expected} after ${LIMIT} ms`);
}

function expect(found: unknown, expected: unknown, what: string): void {
  if (found !== expected)
    throw new Error(`${what}: ${String(found)} instead of ${String(expected)}`);
}
