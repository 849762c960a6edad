import autocannon from "autocannon";
import { type Spread, spreadOf } from "../measure/statistics.ts";
import { ORIGINS } from "../policy.ts";
import type { RuntimeName } from "../runtimes.ts";
import { type Variant, VARIANTS } from "./app.ts";
import { type Server, startServer } from "./server.ts";

export const LOAD = { connections: 32, seconds: 2, rounds: 4 } as const;
const HEADERS = { origin: ORIGINS[1] };

export interface Throughput {
  readonly runtime: RuntimeName;
  readonly perSecond: Readonly<Record<Variant, Spread>>;
  /** By the application without CORS, in the same round. */
  readonly share: Readonly<Record<Variant, Spread>>;
}

/** A small application without CORS, with headers set by hand and with the gate, in turns. */
export async function measureThroughput(runtime: RuntimeName): Promise<Throughput> {
  const servers: [Variant, Server][] = [];
  try {
    for (const variant of VARIANTS) {
      const server = await startServer(runtime, variant);
      servers.push([variant, server]);
      await expectOrigin(server.url, variant === "bare" ? null : HEADERS.origin);
      await shoot(server.url, 1);
    }
    const rounds: Record<Variant, number>[] = [];
    for (let round = 0; round < LOAD.rounds; round++) {
      const found: [Variant, number][] = [];
      for (const [variant, { url }] of round % 2 === 0 ? servers : servers.toReversed()) {
        found.push([variant, await shoot(url, LOAD.seconds)]);
      }
      rounds.push(Object.fromEntries(found) as Record<Variant, number>);
    }
    return {
      runtime,
      perSecond: forEach((variant) => spreadOf(rounds.map((round) => round[variant]))),
      share: forEach((variant) => spreadOf(rounds.map((round) => round[variant] / round.bare))),
    };
  } finally {
    await Promise.all(servers.map(([, server]) => server.stop()));
  }
}

function forEach<T>(figure: (variant: Variant) => T): Readonly<Record<Variant, T>> {
  return { bare: figure("bare"), hand: figure("hand"), gated: figure("gated") };
}

async function shoot(url: URL, seconds: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url: new URL("/data", url).href,
    connections: LOAD.connections,
    duration: seconds,
    headers: HEADERS,
  });
  if (non2xx + errors > 0)
    throw new Error(`${non2xx} answers of ${url} were wrong, ${errors} none`);
  return requests.average;
}

async function expectOrigin(url: URL, expected: string | null): Promise<void> {
  const { headers } = await fetch(new URL("/data", url), { headers: HEADERS });
  const got = headers.get("access-control-allow-origin");
  if (got !== expected) throw new Error(`${url} says ${got} instead of ${expected}`);
}
