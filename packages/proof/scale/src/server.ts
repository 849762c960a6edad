// One of three servers: `server.ts <store> <url> <start of the trial, in milliseconds since 1970>`.
// It runs on Node, Bun and Deno, and prints one line of JSON.
import { argv, exit } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { rememberedOrigins, type RememberedOrigins } from "@crossgate/origins";
import { connectTo } from "./lookups.ts";
import { addedTime, bytesPerOrigin } from "./micro.ts";
import { ADDED, type Customer, popular, REMOVED } from "./population.ts";
import { BUDGET, type Finding, FLOOD, HONEST, LIMITS, PHASES, TICK } from "./trial.ts";

const [, , store = "", url = "", start = ""] = argv;
const connection = await connectTo(store, url);

/** When look-ups of unknown origins began, by whole seconds of the trial. */
const lookups = new Map<number, number>();

function remember(ttl: number): RememberedOrigins<Customer> {
  const lookUp = (_: string, customer: Customer): Promise<boolean | number> => {
    const second = Math.floor((Date.now() - Number(start)) / 1000);
    lookups.set(second, (lookups.get(second) ?? 0) + 1);
    return connection.has(customer);
  };
  const key = (origin: string, { tenant }: Customer): string => `${tenant} ${origin}`;
  return rememberedOrigins(lookUp, { ...LIMITS, ttl, key });
}

const pushed = remember(LIMITS.ttl);
await connection.follow((key) => pushed.forget(key));
/** The same without a push, for the time that a change takes then. It has no other traffic. */
const alone = remember(PHASES.ttlAlone);

let honest = 0;
let remembered = 0;
let strangers = 0;

async function ask({ tenant, origin }: Customer): Promise<boolean> {
  return Promise.resolve(pushed(origin, { tenant, origin })).catch(() => false);
}

/** Requests as they come: so many honest ones a second, and so many from made-up origins. */
async function traffic(until: number, flood: number): Promise<void> {
  let last = performance.now();
  let [owedHonest, owedFlood] = [0, 0];
  while (Date.now() < until) {
    await sleep(TICK);
    const now = performance.now();
    owedHonest += ((now - last) * HONEST) / 1000;
    owedFlood += ((now - last) * flood) / 1000;
    last = now;
    for (; owedHonest >= 1; owedHonest--) {
      const customer = popular();
      honest++;
      const answer = pushed(customer.origin, customer);
      if (answer === true) remembered++;
      else if (answer !== false) answer.catch(() => {});
    }
    for (; owedFlood >= 1; owedFlood--) {
      void ask({ tenant: "t1", origin: `https://evil-${strangers++}.example` });
    }
  }
}

async function momentOf(
  origin: RememberedOrigins<Customer>,
  customer: Customer,
  isAllowed: boolean,
  limit: number,
): Promise<number | null> {
  while (Date.now() < limit) {
    const answer = await Promise.resolve(origin(customer.origin, customer)).catch(() => false);
    if (answer === isAllowed) return Date.now();
    await sleep(5);
  }
  return null;
}

const at = (seconds: number): number => Number(start) + seconds * 1000;
await sleep(Math.max(0, at(0) - Date.now()));
await traffic(at(PHASES.warm), 0);
const warm = { honest, remembered };
[honest, remembered] = [0, 0];
const flooding = traffic(at(PHASES.end), FLOOD);
// Known before the change: the one is allowed, the other denied.
await sleep(Math.max(0, at(PHASES.change) - 500 - Date.now()));
for (const each of [REMOVED, ADDED]) {
  await ask(each);
  await alone(each.origin, each);
}
await sleep(Math.max(0, at(PHASES.change) - Date.now()));
const limit = at(PHASES.end);
const [removedPushed, addedPushed, removedAlone, addedAlone] = await Promise.all([
  momentOf(pushed, REMOVED, false, limit),
  momentOf(pushed, ADDED, true, limit),
  momentOf(alone, REMOVED, false, limit),
  momentOf(alone, ADDED, true, limit),
]);
await flooding;
const { allowed, denied, overBudget, failures, timeouts } = pushed.stats();
const finding: Finding = {
  warm,
  flood: { honest, remembered, strangers },
  lookups: [...lookups.entries()],
  budget: BUDGET,
  stats: { allowed, denied, overBudget, failures, timeouts },
  moments: { removedPushed, addedPushed, removedAlone, addedAlone },
  added: await addedTime(),
  bytes: await bytesPerOrigin(),
};
console.log(JSON.stringify(finding));
exit(0);
