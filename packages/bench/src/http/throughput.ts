import autocannon from "autocannon";
import { type Spread, spreadOf } from "../measure/statistics.ts";
import { ORIGINS } from "../policy.ts";
import type { RuntimeName } from "../runtimes.ts";
import { startServer } from "./server.ts";

export const LOAD = { connections: 32, seconds: 2, rounds: 4 } as const;
const HEADERS = { origin: ORIGINS[1] };

export interface Throughput {
  readonly runtime: RuntimeName;
  /** Requests per second. */
  readonly bare: Spread;
  readonly gated: Spread;
  /** Of the same round, gated by bare. */
  readonly ratio: Spread;
}

/** A small application with and without the gate, in turns, over real connections. */
export async function measureThroughput(runtime: RuntimeName): Promise<Throughput> {
  const bare = await startServer(runtime, "bare");
  const gated = await startServer(runtime, "gated");
  try {
    await expectOrigin(bare.url, null);
    await expectOrigin(gated.url, HEADERS.origin);
    for (const { url } of [bare, gated]) await shoot(url, 1);
    const rounds: { bare: number; gated: number }[] = [];
    for (let round = 0; round < LOAD.rounds; round++) {
      const first = round % 2 === 0 ? await shoot(bare.url, LOAD.seconds) : undefined;
      const second = await shoot(gated.url, LOAD.seconds);
      rounds.push({ bare: first ?? (await shoot(bare.url, LOAD.seconds)), gated: second });
    }
    return {
      runtime,
      bare: spreadOf(rounds.map((round) => round.bare)),
      gated: spreadOf(rounds.map((round) => round.gated)),
      ratio: spreadOf(rounds.map((round) => round.gated / round.bare)),
    };
  } finally {
    await Promise.all([bare.stop(), gated.stop()]);
  }
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
