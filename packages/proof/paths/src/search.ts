import { isDeepStrictEqual } from "node:util";
import { plainPaths } from "./generate/paths.ts";
import { Random } from "./generate/random.ts";
import { generateSetting } from "./generate/setting.ts";
import { everyEscape, respell } from "./generate/spellings.ts";
import { checkAnswer, reachOf, type Reach } from "./oracle/check-answer.ts";
import { naiveRule } from "./oracle/naive-rule.ts";
import { createGate, grantOf, PAGE, STRANGER } from "./policy.ts";
import type { Reached, Setting } from "./setting.ts";
import type { Answer, Application, Question, Subject } from "./subject.ts";

/** How much of a search is run. */
export interface Extent {
  readonly seed: number;
  /** Policies and applications. */
  readonly settings: number;
  /** Paths that are respelled, for each of them. */
  readonly paths: number;
  /** Random spellings of each path, beside every single escape of some. */
  readonly spellings: number;
}

/** One router's part of a search. */
export interface Report {
  readonly name: string;
  readonly settings: number;
  /** Targets asked for; each is three requests. */
  cases: number;
  /** Cases in which a handler ran, and how many of these got a grant. */
  reached: number;
  granted: number;
  /** Targets that the host refused itself. */
  refusedByHost: number;
  readonly wrong: Wrong[];
}

export interface Wrong {
  readonly target: string;
  readonly what: string;
  readonly answer: Answer | undefined;
  readonly setting: Setting;
}

interface Run {
  readonly subject: Subject;
  readonly setting: Setting;
  readonly bare: Application;
  readonly gated: Application;
  readonly reach: Reach;
  readonly report: Report;
}

/** Searches one router for a path that reaches a handler under another path's rule. */
export function search(subject: Subject, extent: Extent): Promise<Report> {
  return searchSettings(subject, extent, generateSettings(subject, extent));
}

/** Generates the settings of a search. */
export function generateSettings(
  { limits, accepts }: Pick<Subject, "limits" | "accepts">,
  { seed, settings }: Extent,
): readonly Setting[] {
  const random = new Random(seed);
  const generated: Setting[] = [];
  while (generated.length < settings) {
    const setting = generateSetting(random, limits);
    if (accepts?.(setting) !== false) generated.push(setting);
  }
  return generated;
}

/** Searches settings that are known before. */
export async function searchSettings(
  subject: Subject,
  extent: Extent,
  settings: readonly Setting[],
): Promise<Report> {
  const report: Report = {
    name: subject.name,
    settings: settings.length,
    cases: 0,
    reached: 0,
    granted: 0,
    refusedByHost: 0,
    wrong: [],
  };
  const random = new Random(extent.seed + 1);
  for (const setting of settings) {
    const bare = await subject.start(setting);
    const gated = await subject.start(setting, createGate(setting.rules));
    const plain = await tryPlainPaths({ subject, setting, bare, gated, report });
    const reach = reachOf(setting.rules, plain);
    const run = { subject, setting, bare, gated, report, reach };
    for (const path of random.pickSome([...plain.keys()], extent.paths)) {
      for (const target of targetsOf(path, random, extent)) await tryTarget(run, target);
    }
    await bare.close?.();
    await gated.close?.();
  }
  return report;
}

function targetsOf(path: string, random: Random, { spellings }: Extent): readonly string[] {
  const escapes = random.oneIn(4) ? everyEscape(path) : [];
  return [...escapes, ...Array.from({ length: spellings }, () => respell(path, random))];
}

/** A path that has one spelling is answered by its rule: a gate that denies everything finds nothing. */
async function tryPlainPaths({
  subject,
  setting,
  bare,
  gated,
  report,
}: Omit<Run, "reach">): Promise<ReadonlyMap<string, Reached | undefined>> {
  const reached = new Map<string, Reached | undefined>();
  for (const path of plainPaths(setting)) {
    const handler = (await bare.ask(get(path, PAGE)))?.reached;
    reached.set(path, handler);
    report.cases++;
    if (subject.gatesHandlers && !handler) continue;
    const rule = naiveRule(setting.rules, path);
    for (const question of [get(path, PAGE), preflight(path)]) {
      const answer = await gated.ask(question);
      const grant = answer && grantOf(answer.status, answer.headers);
      if (!answer || grant?.rule !== (rule < 0 ? undefined : rule)) {
        const what = `${question.method} of a plain path of rule ${rule} gets ${grant?.rule}`;
        report.wrong.push({ target: path, what, answer, setting });
      }
    }
  }
  return reached;
}

async function tryTarget(run: Run, target: string): Promise<void> {
  const { bare, gated, report } = run;
  const behind = await bare.ask(get(target, PAGE));
  if (!behind) {
    report.refusedByHost++;
    return;
  }
  report.cases++;
  const answers = [await gated.ask(get(target, PAGE)), await gated.ask(get(target, STRANGER))];
  // Only a browser sends a preflight and heeds its answer, and it spells a path as URLs do.
  if (isOfBrowsers(target)) answers.push(await gated.ask(preflight(target)));
  if (behind.reached) report.reached++;
  if (answers[0] && grantOf(answers[0].status, answers[0].headers).rule !== undefined) {
    report.granted++;
  }
  for (const answer of answers) await tell(run, target, answer, behind);
}

function isOfBrowsers(target: string): boolean {
  const url = URL.parse(target, "http://api.example.com");
  return url !== null && url.pathname + url.search === target;
}

async function tell(
  { subject, setting, reach, bare, report }: Run,
  target: string,
  answer: Answer | undefined,
  behind: Answer,
): Promise<void> {
  // A preflight and a refusal are answers about the handler that would run.
  const handler = answer?.reached ?? behind.reached;
  if (!answer || !handler) return;
  const grant = grantOf(answer.status, answer.headers);
  const shown = subject.routesByWire ? (await bare.ask(get(handler.path, PAGE)))?.reached : handler;
  const what = checkAnswer(setting, reach, {
    handler,
    isShownItsPath:
      shown?.route === handler.route && isDeepStrictEqual(shown.parameters, handler.parameters),
    grant: { ...grant, refused: grant.refused || answer.reached === undefined },
  });
  if (what) report.wrong.push({ target, what, answer, setting });
}

function get(target: string, origin: string): Question {
  return { target, method: "GET", headers: { origin } };
}

function preflight(target: string): Question {
  const headers = { origin: PAGE, "access-control-request-method": "GET" };
  return { target, method: "OPTIONS", headers };
}
