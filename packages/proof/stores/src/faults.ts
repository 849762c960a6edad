import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "./real-store.ts";
import { PAGE, Service } from "./service.ts";

const SECOND = 1000;
/** A look-up of a store that works is in time on any machine. */
const PATIENT = { lookupTimeout: 30 };

/** What a fault did to a page that was allowed before it; times are in milliseconds. */
export interface Outcome {
  /** For how long the page stayed allowed after the fault, or after it was removed. */
  readonly held?: number;
  /** How long it took until the page was allowed, once the store had it again. */
  readonly back?: number;
  /** Requests of the page that were denied though it was in the store, and kept in time. */
  readonly denied?: number;
}

/** Does something to a store while a service asks it. */
export type Fault = (store: Store, service: Service) => Promise<Outcome>;

/** From a moment to the first request that is denied, which may itself wait for the store. */
async function heldSince(service: Service, since: number): Promise<number> {
  const before = performance.now();
  return before - since + (await service.until(false));
}

async function killed(store: Store, service: Service): Promise<Outcome> {
  await store.process.end();
  const held = await heldSince(service, performance.now());
  await sleep(SECOND);
  await store.restartEmpty();
  await store.add(PAGE);
  return { held, back: await service.until(true) };
}

async function paused(store: Store, service: Service): Promise<Outcome> {
  store.process.pause();
  const held = await heldSince(service, performance.now());
  await sleep(SECOND);
  store.process.resume();
  return { held, back: await service.until(true) };
}

async function restartedEmpty(store: Store, service: Service): Promise<Outcome> {
  await store.process.end();
  await store.restartEmpty();
  return { held: await heldSince(service, performance.now()) };
}

async function slow(store: Store, service: Service): Promise<Outcome> {
  const stalled = store.stall(5);
  const held = await heldSince(service, performance.now());
  await stalled;
  return { held, back: await service.until(true) };
}

async function flaky(store: Store): Promise<Outcome> {
  const lookUps: string[] = [];
  const lookUp = (origin: string): Promise<boolean | number> =>
    lookUps.push(origin) % 3 === 0 ? store.fail() : store.has(origin);
  const service = new Service(lookUp, { ...PATIENT, staleFor: 5 });
  await service.until(true);
  const since = performance.now();
  while (service.since(since).length < 200 || lookUps.length < 20) await sleep(100);
  await service.close();
  return { denied: deniedOf(service, since) };
}

async function clockSteps(store: Store): Promise<Outcome> {
  const { now } = Date;
  const service = new Service((origin) => store.has(origin), PATIENT);
  let denied = 0;
  try {
    await service.until(true);
    for (const step of [3_600_000, -3_600_000, -86_400_000]) {
      const since = performance.now();
      Date.now = () => now.call(Date) + step;
      await sleep(SECOND);
      denied += deniedOf(service, since);
    }
    await store.remove(PAGE);
    return { denied, held: await heldSince(service, performance.now()) };
  } finally {
    Date.now = now;
    await service.close();
  }
}

function deniedOf(service: Service, since: number): number {
  return service.since(since).filter(({ isAllowed }) => !isAllowed).length;
}

/** Everything that a store may do to a service, by its name. */
export const FAULTS = {
  killed,
  paused,
  "restarted empty": restartedEmpty,
  "slow by 5 s": slow,
  "an error on every third look-up": flaky,
  "the wall clock steps": clockSteps,
} as const satisfies Record<string, Fault>;

/** An outcome under traffic. */
export interface Tried extends Outcome {
  /** Responses that were not 200. */
  readonly failed: number;
  /** Responses that were allowed for longer than a look-up holds. */
  readonly overdue: number;
}

/** Runs a fault under traffic. */
export async function tryFault(fault: Fault, store: Store): Promise<Tried> {
  await store.add(PAGE);
  const service = new Service((origin) => store.has(origin));
  try {
    await service.until(true);
    const outcome = await fault(store, service);
    const failed = service.answers.filter(({ status }) => status !== 200).length;
    const overdue = service.answers.filter(({ isOverdue }) => isOverdue).length;
    return { ...outcome, failed, overdue };
  } finally {
    await service.close();
  }
}
