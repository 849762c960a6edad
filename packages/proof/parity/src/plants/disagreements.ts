import * as model from "@crossgate/browser";
import { cookiesKept } from "@crossgate/browser/cookies";
import { cookieOutcome } from "@crossgate/browser/fixtures/cookies";
import { localNetworkOutcome, localNetworkRows } from "@crossgate/browser/fixtures/local-network";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import { compareOne } from "../compare-all.ts";
import { compareConsoleLines } from "../console-lines.ts";
import { cookiesFor, observeCookies } from "../cookies/run-cookies.ts";
import type { Engine, EngineName } from "../engines/engine.ts";
import { openEngine } from "../engines/open-engine.ts";
import { generateContexts } from "../generator/context.ts";
import { generateScenarios } from "../generator/scenario.ts";
import { agrees, runLocalNetwork } from "../local-network/run-local-network.ts";
import type { Network } from "../network.ts";
import { startNetwork } from "../network.ts";
import type { Observation } from "../observe.ts";
import { observeAll } from "../observe.ts";
import { warmUp } from "../warm-up.ts";
import type { PlantedModel } from "./load-plant.ts";
import { loadPlant } from "./load-plant.ts";
import type { Plant } from "./plants.ts";

/** Counts the cases in which a planted model disagrees with what was seen, and the right one agrees. */
type Judge = (planted: PlantedModel) => Promise<number>;

/** How many cases of each kind judge: enough for what is common, and for all. */
const some = { fetches: 500, contexts: 228, cookies: 250 };
const many = { fetches: 3000, contexts: 1010, cookies: 1010 };
const right: PlantedModel = { createBrowser: model.createBrowser, cookiesKept };

/**
 * Lets real browsers run generated cases once, and holds every planted model against them.
 *
 * @param isWhole whether to run many cases, those too in which a server takes its time, and to read
 *   every console
 * @returns for each plant how many cases tell it from the browsers; undefined without a browser
 */
export async function disagreementsOf(
  plants: readonly Plant[],
  seed: number,
  engines: readonly EngineName[],
  isWhole: boolean,
): Promise<readonly number[] | undefined> {
  const judges: Judge[] = [];
  for (const engine of engines) {
    const judge = await judgeOf(engine, seed, isWhole);
    const ofCookies = await judgeOfCookies(engine, seed, isWhole);
    if (!judge || !ofCookies) return undefined;
    judges.push(judge, ofCookies);
  }
  judges.push(await judgeOfLocalNetwork());
  const counts: number[] = [];
  for (const one of plants) {
    const planted = await loadPlant(one);
    let count = 0;
    for (const judge of judges) count += await judge(planted);
    counts.push(count);
  }
  return counts;
}

function isSlow({ rules }: Scenario): boolean {
  return rules.some(({ preflight, actual }) => (preflight.delay ?? actual.delay) !== undefined);
}

async function judgeOf(
  name: EngineName,
  seed: number,
  isWhole: boolean,
): Promise<Judge | undefined> {
  const network = await startNetwork();
  const page = isWhole ? `${network.harness}?heard` : network.harness;
  const engine = await openEngine(name, page, { hearsConsole: isWhole });
  const { fetches, contexts } = isWhole ? many : some;
  try {
    if (!engine) return undefined;
    await warmUp(model, engine, network);
    const scenarios = [
      ...generateScenarios(seed).take(fetches),
      ...generateContexts(seed)
        .take(contexts)
        .filter((one) => isWhole || !isSlow(one)),
    ];
    const seen = await observeAll(scenarios, engine, network);
    return await judgeOfSeen(seen, engine, network);
  } finally {
    await engine?.close();
    network.close();
  }
}

async function judgeOfSeen(
  seen: readonly Observation[],
  engine: Engine,
  network: Network,
): Promise<Judge> {
  const agreed = await agreements(right, seen, engine, network);
  const known = seen.filter((_, index) => agreed[index]);
  return async (planted) => {
    const agrees = await agreements(planted, known, engine, network);
    return agrees.filter((one) => !one).length;
  };
}

async function agreements(
  planted: PlantedModel,
  seen: readonly Observation[],
  engine: Engine,
  network: Network,
): Promise<readonly boolean[]> {
  const verdicts = seen.map((one) => compareOne(planted, one, engine, network));
  const comparisons = await Promise.all(verdicts);
  return comparisons.map((one) => one.agrees && compareConsoleLines([one]).different.length === 0);
}

async function judgeOfCookies(
  engine: EngineName,
  seed: number,
  isWhole: boolean,
): Promise<Judge | undefined> {
  const { cookies } = isWhole ? many : some;
  const observed = await observeCookies(engine, cookiesFor(engine, cookies, seed));
  if (!observed) return undefined;
  return async (planted) => {
    const verdicts = observed.seen.map(async ({ one, browser }) => {
      const { carried } = await cookieOutcome(planted, one, engine);
      return JSON.stringify(carried) !== JSON.stringify(browser);
    });
    return (await Promise.all(verdicts)).filter(Boolean).length;
  };
}

async function judgeOfLocalNetwork(): Promise<Judge> {
  const seen = [
    ...((await runLocalNetwork("granted", localNetworkRows)) ?? []),
    ...((await runLocalNetwork("denied", localNetworkRows)) ?? []),
  ];
  return async (planted) => {
    const verdicts = seen.map(async (one) => {
      return !agrees({ ...one, model: await localNetworkOutcome(planted, one.row) });
    });
    return (await Promise.all(verdicts)).filter(Boolean).length;
  };
}
