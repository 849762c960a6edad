import * as model from "@crossgate/browser";
import { cookiesKept } from "@crossgate/browser/cookies";
import { modelLine, plainLine } from "@crossgate/browser/fixtures/console";
import { cookieOutcome } from "@crossgate/browser/fixtures/cookies";
import { localNetworkOutcome, localNetworkRows } from "@crossgate/browser/fixtures/local-network";
import type { Scenario } from "@crossgate/browser/fixtures/scenario";
import { generateCookies } from "../cookies/cookie-case.ts";
import { observeCookies } from "../cookies/run-cookies.ts";
import type { EngineName } from "../engines/engine.ts";
import { openEngine } from "../engines/open-engine.ts";
import { generateContexts } from "../generator/context.ts";
import { generateScenarios } from "../generator/scenario.ts";
import { agrees, runLocalNetwork } from "../local-network/run-local-network.ts";
import { startNetwork } from "../network.ts";
import { observeAll } from "../observe.ts";
import { warmUp } from "../warm-up.ts";
import { countUpTo, judgeOfSeen } from "./judge.ts";
import type { Judge } from "./judge.ts";
import type { PlantedModel } from "./load-plant.ts";

const right: PlantedModel = { createBrowser: model.createBrowser, cookiesKept };

/** How many cases of each kind judge. */
export interface Amounts {
  readonly fetches: number;
  readonly contexts: number;
  readonly cookies: number;
  /** Cases whose lines in the console are read; each is run alone. */
  readonly lines: number;
}

/** Lets a browser run generated requests; those in which a server takes its time stay out. */
export async function judgesOfRequests(
  name: EngineName,
  seed: number,
  { fetches, contexts }: Amounts,
): Promise<readonly Judge[] | undefined> {
  const network = await startNetwork();
  const engine = await openEngine(name, network.harness);
  try {
    if (!engine) return undefined;
    await warmUp(model, engine, network);
    const kinds = {
      fetch: generateScenarios(seed).take(fetches).toArray(),
      contexts: generateContexts(seed)
        .take(contexts)
        .filter((one) => !isSlow(one))
        .toArray(),
    };
    const judges: Judge[] = [];
    for (const [about, scenarios] of Object.entries(kinds)) {
      const seen = await observeAll(scenarios, engine, network);
      judges.push(await judgeOfSeen(about, right, seen, engine, network));
    }
    return judges;
  } finally {
    await engine?.close();
    network.close();
  }
}

function isSlow({ rules }: Scenario): boolean {
  return rules.some(({ preflight, actual }) => (preflight.delay ?? actual.delay) !== undefined);
}

/** Reads what the console says of requests, one after the other. */
export async function judgeOfConsoles(
  name: EngineName,
  seed: number,
  { lines }: Amounts,
): Promise<Judge | undefined> {
  const network = await startNetwork();
  const engine = await openEngine(name, `${network.harness}?heard`, { hearsConsole: true });
  try {
    if (!engine) return undefined;
    const isPlain = (one: Scenario): boolean => one.steps.length === 1 && !isSlow(one);
    const scenarios = [
      ...generateScenarios(seed).filter(isPlain).take(lines),
      ...generateContexts(seed).filter(isPlain).take(lines),
    ];
    const known: { readonly scenario: Scenario; readonly line: string }[] = [];
    for (const { scenario, lines: said } of await observeAll(scenarios, engine, network)) {
      const line = said[0] === undefined ? undefined : plainLine(said[0], network.places);
      if (line !== undefined && line === (await modelLine(right, scenario, name)))
        known.push({ scenario, line });
    }
    return {
      about: "consoles",
      count: (planted, enough) =>
        countUpTo(enough, known, async ({ scenario, line }) => {
          return (await modelLine(planted, scenario, name)) !== line;
        }),
    };
  } finally {
    await engine?.close();
    network.close();
  }
}

/** Lets a browser keep and send cookies. */
export async function judgeOfCookies(
  engine: EngineName,
  seed: number,
  { cookies }: Amounts,
): Promise<Judge | undefined> {
  const observed = await observeCookies(engine, generateCookies(seed).take(cookies).toArray());
  if (!observed) return undefined;
  return {
    about: "cookies",
    count: (planted, enough) =>
      countUpTo(enough, observed.seen, async ({ one, browser }) => {
        const { carried } = await cookieOutcome(planted, one, engine);
        return JSON.stringify(carried) !== JSON.stringify(browser);
      }),
  };
}

/** Asks real Chromium about addresses in several spaces. */
export async function judgeOfLocalNetwork(): Promise<Judge> {
  const seen = [
    ...((await runLocalNetwork("granted", localNetworkRows)) ?? []),
    ...((await runLocalNetwork("denied", localNetworkRows)) ?? []),
  ];
  return {
    about: "local network",
    count: (planted, enough) =>
      countUpTo(enough, seen, async (one) => {
        return !agrees({ ...one, model: await localNetworkOutcome(planted, one.row) });
      }),
  };
}
