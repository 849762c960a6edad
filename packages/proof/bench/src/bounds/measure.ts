import { createCors } from "@crossgate/core";
import { explain } from "crossgate";
import { spreadOf } from "../measure/statistics.ts";
import { SERVERS, serving } from "./servers.ts";

/** What a person waits for, and how long it may take, in milliseconds. */
export interface Bound {
  readonly name: string;
  readonly milliseconds: number;
  readonly most: number;
}

const TRIES = 7;

/** Measures each of them several times and takes the median. */
export async function measureBounds(): Promise<readonly Bound[]> {
  const bounds: Bound[] = [];
  for (const [server, listener] of Object.entries(SERVERS)) {
    const most = server.includes("endless") ? 3000 : 1000;
    bounds.push(
      await serving(listener, (url) =>
        bound(`\`explain\`: ${server}`, most, () =>
          explain({ url, origin: "http://localhost:3000" }),
        ),
      ),
    );
  }
  for (const [name, most, work] of TEXTS) bounds.push(await bound(name, most, work));
  return bounds;
}

const TEXTS: readonly (readonly [name: string, most: number, work: () => unknown])[] = [
  [
    "`createCors`: a text of 200,000 characters that is no pattern",
    125,
    () => refusalOf("-".repeat(200_000)),
  ],
  [
    "`createCors`: an expression whose time doubles with each character, with credentials",
    5000,
    () => createCors({ origin: /^https:\/\/((([a-z.-]+)+)+)+\.myapp\.com$/, credentials: true }),
  ],
];

function refusalOf(origin: string): unknown {
  try {
    return createCors({ origin });
  } catch (error) {
    return error;
  }
}

async function bound(name: string, most: number, work: () => unknown): Promise<Bound> {
  const times: number[] = [];
  for (let tries = 0; tries < TRIES; tries++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return { name, milliseconds: spreadOf(times).median, most };
}
