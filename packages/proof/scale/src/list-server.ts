// A server whose policy is a list of 100,000 entries, half of them patterns, which is loaded again and
// again while it serves: `list-server.ts <seconds between two loads> <loads>`. It runs on Node, Bun and
// Deno, prints its port, and at the end one line of JSON.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { argv, exit } from "node:process";
import { createCors } from "@crossgate/core";
import { originList } from "@crossgate/origins";
import { worked } from "@crossgate/testkit/worked";
import type { Application, ListFinding, Longest } from "./list-trial.ts";

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const [, , seconds = "5", loads = "4"] = argv;
const refreshEvery = Number(seconds);
const ROUNDS = Number(loads);
const SIZE = 100_000;
/** Each load brings a hundredth that is new, and one entry that is no origin. */
const CHANGED = SIZE / 100;
const BAD = "https://*.com";

function entry(index: number): string {
  return `https://${index % 2 === 0 ? "*." : ""}tenant-${index}.example`;
}

/** Made before, since that is the work of the program that loads, and not the list's. */
const lists = Array.from({ length: ROUNDS + 1 }, (_, round) => [
  ...Array.from({ length: SIZE }, (_, index) => entry(round * CHANGED + index)),
  BAD,
]);

let round = -1;
let loadedAt = 0;
const list = originList(
  () => {
    round = Math.min(round + 1, ROUNDS);
    loadedAt = performance.now();
    return { origins: lists[round] ?? [], version: `${round}` };
  },
  { refreshEvery },
);
const reports: unknown[] = [];
console.error = (...told: readonly unknown[]): void => void reports.push(told[0]);
await list.ready();

const cors = createCors({ origin: list, credentials: true });
const handler = cors.wrap(() => new Response("data"));
const url = "http://127.0.0.1/";
/** One origin stays in every list, and one is in none. */
const [kept, stranger] = [entry(ROUNDS * CHANGED + 1), "https://stranger.example"];
let requests = 0;
let wrong = 0;
const server = createServer(async (incoming, outgoing) => {
  const origin = incoming.url === "/kept" ? kept : stranger;
  const response = await handler(new Request(url, { headers: { origin } }));
  requests += 1;
  const granted = response.headers.get("access-control-allow-origin");
  if (response.status !== 200 || (granted !== null) !== (origin === kept)) wrong += 1;
  outgoing.end(await response.text());
}).listen(0, "127.0.0.1");
server.once("listening", () => {
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port }));
});

const applying: Writable<Application>[] = [];
const between: Writable<Longest> = { clock: 0, work: 0 };
const durations: number[] = [];
let isApplying = false;
let begun = 0;
// Beside Node it misses what blocks the loop, so that the turns below are the measure for all.
const delay =
  "Deno" in globalThis || "Bun" in globalThis
    ? undefined
    : monitorEventLoopDelay({ resolution: 1 });

function watch(lastClock: number, lastWork: number): void {
  const [clock, work] = [performance.now(), worked()];
  if (!isApplying && begun < round) {
    isApplying = true;
    begun = round;
    applying.push({ clock: 0, work: 0, turns: 0 });
  }
  const application = isApplying ? applying.at(-1) : undefined;
  if (application) {
    application.turns++;
    if (list(kept) !== true || list(stranger) !== false) wrong++;
  }
  const longest = (isApplying && applying.at(-1)) || between;
  longest.clock = Math.max(longest.clock, clock - lastClock);
  longest.work = Math.max(longest.work, work - lastWork);
  if (isApplying && isApplied()) {
    isApplying = false;
    durations.push(clock - loadedAt);
  }
  if (durations.length < ROUNDS) setImmediate(watch, clock, work);
  else finish();
}

function isApplied(): boolean {
  return list.stats().added === SIZE + round * CHANGED;
}

function finish(): void {
  delay?.disable();
  list.stop();
  const finding: ListFinding = {
    requests,
    wrong,
    reports: reports.length,
    applying,
    between,
    durations,
    ...(delay && { delay: Math.max(0, delay.percentile(99) / 1e6 - 1) }),
  };
  console.log(JSON.stringify(finding));
  exit(0);
}

// What warms up and what the first list left behind is not the matter.
setTimeout(
  () => {
    delay?.enable();
    setImmediate(watch, performance.now(), worked());
  },
  Math.min(1000, (refreshEvery * 1000) / 2),
);
