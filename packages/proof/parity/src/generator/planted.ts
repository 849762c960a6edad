import type { Answer, Place, Rule, Scenario, Step } from "@crossgate/browser/fixtures/scenario";
import { acac, acah, acam, acao, replace, withLines, without } from "./mistakes.ts";
import { randomStep } from "./page-step.ts";
import type { Random } from "./random.ts";
import { pageMembers, withReferrer } from "./request-members.ts";
import { randomRule } from "./server-rule.ts";

/** One mistake of a server that is otherwise right, so that a browser gets as far as that. */
type Mistake = (answer: Answer, random: Random) => Answer;

interface Planted {
  readonly mistake: Mistake;
  /** Matters with credentials only. */
  readonly needsCredentials?: boolean;
}

const setting =
  (name: string, ...values: readonly [string, ...string[]]): Mistake =>
  (answer, random) =>
    replace(answer, name, random.pick(values));

/** What any answer can get wrong. */
const answerMistakes: readonly [Planted, ...Planted[]] = [
  { mistake: (answer) => without(acao, answer) },
  { mistake: setting(acao, "{page},{port}", "{page} {port}", "*, {page}") },
  { mistake: setting(acao, "", "**", "'*'", "*.test", "127.0.0.1") },
  { mistake: setting(acao, "{page}/", "{page}/path", "{PAGE}", "{page}?") },
  { mistake: setting(acao, "null", "http://example.net", "http://127.0.0.1:1") },
  { mistake: setting(acao, "*"), needsCredentials: true },
  { mistake: (answer) => without(acac, answer), needsCredentials: true },
  { mistake: setting(acac, "True", "false", "1", ""), needsCredentials: true },
];

/** What only the answer to a preflight can. */
const preflightMistakes: readonly [Planted, ...Planted[]] = [
  { mistake: setting(acam, "Bad method", "PUT;GET", '"PUT"', "[") },
  { mistake: setting(acam, "", "GET, POST", "put, delete") },
  { mistake: setting(acah, "x-test, bad name", "(x-test)", "x-test;") },
  { mistake: setting(acah, "", "x-other", "Content-Type") },
  { mistake: (answer, random) => ({ ...answer, status: random.pick([401, 403, 404, 405, 500]) }) },
  {
    mistake: (answer, random) =>
      withLines({ ...answer, status: random.pick([301, 302, 303, 307, 308]) }, [
        "Location",
        "{hop0}",
      ]),
  },
];

/** What the page itself asks for, or is led to, and cannot have. */
const refusals: readonly [Refusal, ...Refusal[]] = [
  { step: { redirect: "error" }, from: "page", to: "port", location: "{hop1}" },
  { step: {}, from: "page", to: "port", location: "http://user:pass@{url0}" },
  { step: { mode: "same-origin" }, from: "page", to: "port", location: "{hop1}" },
  { step: { mode: "same-origin" }, from: "port", to: "port", location: "{hop1}" },
  { step: {}, from: "port", to: "port", location: "{hop0}" },
  { step: { keepalive: true }, from: "port", to: "port", location: "{hop0}" },
  { step: { scheme: "ftp" }, from: "port", to: "port", location: "{hop1}" },
  { step: { mode: "no-cors", redirect: "error" }, from: "port", to: "port", location: "{hop1}" },
  { step: {}, from: "port", to: "host", location: "{hop1}" },
  { step: {}, from: "port", to: "port", location: "http://[" },
  { step: {}, from: "port", to: "other", location: "http://user:pass@{url1}" },
  { step: {}, from: "port", to: "port", location: "ftp://127.0.0.1/" },
  {
    step: { mode: "no-cors" },
    from: "port",
    to: "host",
    location: "{hop1}",
    policy: "same-origin",
  },
  {
    step: { mode: "same-origin", cache: "only-if-cached" },
    from: "page",
    to: "page",
    location: "",
  },
];

interface Refusal {
  readonly step: Step;
  readonly from: Place;
  readonly to: Place;
  readonly location: string;
  /** The last answer's `Cross-Origin-Resource-Policy`. */
  readonly policy?: string;
}

type Spot = "request" | "preflight" | "redirect" | "redirect preflight";

/**
 * A scenario in which exactly one thing is wrong, at a chosen place. By chance, mistakes behind a
 * redirect would be rare, since everything before them has to be right.
 */
export function plantedScenario(name: string, random: Random): Scenario {
  const spot = random.weigh<Spot | "page">([
    [30, "page"],
    [15, "request"],
    [30, "preflight"],
    [8, "redirect"],
    [33, "redirect preflight"],
  ]);
  if (spot === "page") return refusedScenario(name, random);
  const page = pageMembers(random);
  const isAsked = spot.endsWith("preflight");
  const isRedirected = spot.startsWith("redirect");
  const { mistake, needsCredentials } = choose(isAsked, random);
  const plain = withReferrer(plainStep(isAsked, random), random);
  const step = needsCredentials ? { ...plain, credentials: "include" as const } : plain;
  const at = random.pick<Place>(["port", "host", "other"]);
  const open = randomRule(at, step, 0, random);
  const rule: Rule = isAsked
    ? { ...open, preflight: mistake(open.preflight, random) }
    : { ...open, actual: mistake(open.actual, random) };
  const rules = isRedirected ? [leading(at, step, random), rule] : [rule];
  return { name, ...page, steps: [step], rules };
}

function refusedScenario(name: string, random: Random): Scenario {
  const { step, from, to, location, policy } = random.pick(refusals);
  const asked = { ...plainStep(false, random), ...step };
  const first = randomRule(from, asked, 0, random);
  const last = randomRule(to, asked, 0, random);
  const actual: Answer = {
    status: random.pick([301, 302, 303, 307, 308]),
    headers: [...first.actual.headers, ["Location", location]],
  };
  // By its name, which a redirect between foreign origins takes from the page.
  const named: Answer = {
    ...last.actual,
    headers: [
      [acao, "{page}"],
      [acac, "true"],
      ...(policy === undefined ? [] : [["Cross-Origin-Resource-Policy", policy] as const]),
    ],
  };
  return {
    name,
    steps: [asked],
    rules: [
      { ...first, actual },
      { ...last, actual: named },
    ],
  };
}

function choose(isAsked: boolean, random: Random): Planted {
  return isAsked && random.chance(0.47)
    ? random.pick(preflightMistakes)
    : random.pick(answerMistakes);
}

/** A step that leaves no doubt whether the browser asks first. */
function plainStep(isAsked: boolean, random: Random): Step {
  const { credentials = "same-origin", body } = randomStep(random);
  if (!isAsked) return { credentials, method: random.pick(["GET", "HEAD"]) };
  const asked: Step = { credentials, headers: [["X-Test", "1"]] };
  const method = random.pick(["PUT", "DELETE", "PATCH"]);
  return { ...asked, method, ...(body === undefined ? {} : { body }) };
}

/** A redirect that keeps method and, mostly, the page's name. */
function leading(to: Place, step: Step, random: Random): Rule {
  const from = random.weigh<Place>([
    [60, "page"],
    [30, to],
    [10, "port"],
  ]);
  const rule = randomRule(from, step, 0, random);
  const { headers } = rule.actual;
  const actual: Answer = {
    status: random.pick([307, 308]),
    headers: [...headers, ["Location", "{hop1}"]],
  };
  return { ...rule, actual };
}
