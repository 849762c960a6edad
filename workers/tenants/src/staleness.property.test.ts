import fc from "fast-check";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { CentralKv, kvAtPlace, STALENESS_MS } from "../fixtures/stale-kv.ts";
import { originRoutes } from "./admin/origin-routes.ts";
import { tenantRoutes } from "./admin/tenant-routes.ts";
import { isAllowed } from "./is-allowed.ts";
import { answerError } from "./answer-error.ts";
import type { AppEnv } from "./env.ts";

const TENANTS = ["acme", "globex"];
const ORIGINS = ["https://a.example", "https://b.example", "https://c.example"];
const PLACES = 3;
const MOST_TRIES = 20;

/** The admin API behind its token, which a test on Node has no way to check. */
const admin = new Hono<AppEnv>();
admin.onError(answerError);
admin.route("/tenants", tenantRoutes);
admin.route("/tenants/:tenant/origins", originRoutes);

interface Step {
  readonly act: "create" | "remove" | "add" | "take";
  readonly tenant: string;
  readonly origin: string;
  readonly place: number;
  readonly pause: number;
}

const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom("create", "create", "add", "add", "add", "take", "remove"),
    tenant: fc.constantFrom(...TENANTS),
    origin: fc.constantFrom(...ORIGINS),
    place: fc.nat({ max: PLACES - 1 }),
    pause: fc.constantFrom(1, 10, 1000, STALENESS_MS / 2, 2 * STALENESS_MS),
  }),
  { minLength: 1, maxLength: 25 },
);

/** What someone who saw every response takes to be true. */
class Promised {
  readonly #origins = new Map<string, Set<string>>();
  readonly #removed = new Map<string, Set<string>>();

  keep({ act, tenant, origin }: Step): void {
    if (act === "create") this.#origins.set(tenant, this.#ofTenant(tenant));
    else if (act === "remove") {
      this.#origins.delete(tenant);
      this.#removed.delete(tenant);
    } else if (act === "add") this.#ofTenant(tenant).add(origin);
    else this.#ofTenant(tenant).delete(origin);
  }

  /** `undefined` for a tenant that is not there. */
  originsOf(tenant: string): readonly string[] | undefined {
    const origins = this.#origins.get(tenant);
    return origins && [...origins].toSorted();
  }

  /** Also of one whose removal the place that answered had not heard of. */
  #ofTenant(tenant: string): Set<string> {
    const origins = this.#origins.get(tenant) ?? this.#removed.get(tenant) ?? new Set();
    if (!this.#origins.has(tenant)) this.#removed.set(tenant, origins);
    return origins;
  }
}

/** Some places of one KV, whose whims end when everyone has heard everything. */
class World {
  readonly places: readonly KVNamespace[];
  readonly #waiting: Promise<unknown>[] = [];
  #isSettled = false;

  constructor(whims: Iterator<number, unknown>) {
    const chance = (): number => (this.#isSettled ? 0 : (whims.next().value as number));
    const central = new CentralKv();
    this.places = Array.from({ length: PLACES }, () =>
      kvAtPlace(central, { isStale: () => chance() > 1, fails: () => chance() > 8 }),
    );
  }

  /** Asks again where KV failed, as the answer says. */
  async ask(place: number, method: string, path: string, body?: object): Promise<Response> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const response = await this.#askOnce(place, method, path, body);
      if (response.status !== 503) return response;
      // A try takes time. In none, one removal tried often would be later than what comes after it.
      passes(1);
    }
    throw new Error(`KV failed ${MOST_TRIES} times`);
  }

  settle(): void {
    this.#isSettled = true;
    passes(2 * STALENESS_MS);
  }

  async #askOnce(place: number, method: string, path: string, body?: object): Promise<Response> {
    const init = {
      method,
      ...(body && {
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    };
    const context = { waitUntil: (promise: Promise<unknown>) => this.#waiting.push(promise) };
    const env = { TENANTS: this.places[place] };
    const response = await admin.request(path, init, env, context as unknown as ExecutionContext);
    await Promise.allSettled(this.#waiting);
    return response;
  }
}

function passes(milliseconds: number): void {
  // oxlint-disable-next-line no-restricted-properties -- the clock is vitest's
  vi.setSystemTime(Date.now() + milliseconds);
}

/** A whim by which nothing fails, and what was read is repeated. */
const STALE = 2;

function* forever(whim: number): Generator<number> {
  for (;;) yield whim;
}

async function perform(world: World, { act, tenant, origin, place }: Step): Promise<boolean> {
  const path = `/tenants/${tenant}`;
  if (act === "create") return (await world.ask(place, "PUT", path)).ok;
  if (act === "remove") return (await world.ask(place, "DELETE", path)).ok;
  if (act === "add") {
    return (await world.ask(place, "POST", `${path}/origins`, { origins: [origin] })).ok;
  }
  const query = `origin=${encodeURIComponent(origin)}`;
  return (await world.ask(place, "DELETE", `${path}/origins?${query}`)).ok;
}

async function listed(world: World, place: number, tenant: string): Promise<unknown> {
  const names: string[] = [];
  for (let cursor = ""; ;) {
    const query = `limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const response = await world.ask(place, "GET", `/tenants/${tenant}/origins?${query}`);
    if (response.status === 404) return undefined;
    const page = await response.json<{ origins: string[]; cursor?: string }>();
    names.push(...page.origins);
    if (page.cursor === undefined) return names;
    cursor = page.cursor;
  }
}

async function allowed(world: World, place: number, tenant: string): Promise<readonly string[]> {
  const namespace = world.places[place];
  if (!namespace) return [];
  const found: string[] = [];
  for (const origin of ORIGINS) {
    if (await isAllowed(namespace, tenant, origin)) found.push(origin);
  }
  return found;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("a second creation, where KV still says that there was none, takes no origin away", async () => {
  vi.setSystemTime(1_000_000);
  const world = new World(forever(STALE));
  const path = "/tenants/acme";
  expect((await world.ask(1, "GET", path)).status).toBe(404);
  expect((await world.ask(0, "PUT", path)).status).toBe(201);
  expect((await world.ask(2, "POST", `${path}/origins`, { origins: ORIGINS })).status).toBe(200);
  expect((await world.ask(1, "PUT", path)).status).toBe(201);
  world.settle();
  expect(await allowed(world, 2, "acme")).toEqual(ORIGINS);
});

it("what was answered holds, however old what KV says, and whatever fails", async () => {
  const whims = fc.infiniteStream(fc.nat({ max: 9 }));
  let acts = 0;
  await fc.assert(
    fc.asyncProperty(steps, whims, async (schedule, stream) => {
      vi.setSystemTime(1_000_000);
      const world = new World(stream);
      const promised = new Promised();
      for (const step of schedule) {
        if (await perform(world, step)) promised.keep(step);
        acts += 1;
        passes(step.pause);
      }
      world.settle();
      for (const tenant of TENANTS) {
        const expected = promised.originsOf(tenant);
        for (let place = 0; place < PLACES; place++) {
          expect(await listed(world, place, tenant)).toEqual(expected);
          expect(await allowed(world, place, tenant)).toEqual(expected ?? []);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(acts).toBeGreaterThan(1000);
});
