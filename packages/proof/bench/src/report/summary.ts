import type { Findings } from "../measure/all.ts";
import type { LoadName } from "../loads.ts";
import { type RuntimeName, RUNTIMES } from "../runtimes.ts";
import { EXACT, ONE_RULE, OTHER_RULES, PATTERN } from "../sections/decisions.ts";
import { ratioOf, rowOf, timeRatioOf } from "./figures.ts";
import { hostileRatios } from "./policies.ts";
import { ALONE, BESIDE } from "../sections/trying.ts";
import type { Results } from "./results.ts";
import { constructionRatio } from "./startup.ts";
import { line, table, times } from "./table.ts";

/** What is compared, its aim on each runtime or on all, and the ratio. */
type Line = readonly [what: string, aim: string, ratio: Ratio];
type Ratio = (findings: Findings, runtime: RuntimeName, results: Results) => number;

const ACTUAL: LoadName = "actual, allowed";
const DENIED: LoadName = "actual, denied";
const PREFLIGHT: LoadName = "preflight, allowed";
const HAND = "set by hand";
const CAREFUL = "by hand, R3 R4 R6 kept";
const WRAP = "crossgate wrap";
const CHECK = "crossgate check, apply";
const LEAST_WRAP = "least wrap";
const LEAST_CHECK = "least check, apply";
const LIST = "crossgate, list of three";

const FLOOR: readonly Line[] = [
  ["request allowed, `wrap`: the least `wrap`", "≤ 1.08", floor(ACTUAL, WRAP, LEAST_WRAP)],
  ["request denied, the same", "≤ 1.15", floor(DENIED, WRAP, LEAST_WRAP)],
  ["request allowed, `check` and `apply`: the least", "≤ 1.08", floor(ACTUAL, CHECK, LEAST_CHECK)],
  ["request denied, the same", "≤ 1.15", floor(DENIED, CHECK, LEAST_CHECK)],
  ["request allowed, `wrap`: by hand", "", requests(ACTUAL, WRAP, HAND)],
  ["the least `wrap`: by hand", "", requests(ACTUAL, LEAST_WRAP, HAND)],
  ["by hand with R3, R4 and R6 kept: by hand", "", requests(ACTUAL, CAREFUL, HAND)],
  [
    "preflight, `wrap`: by hand",
    "≤ 1.20",
    (each) => timeRatioOf(each, "contenders", PREFLIGHT, WRAP, HAND),
  ],
];

const PATTERNS: readonly Line[] = [
  [
    "request allowed by a pattern: by an exact origin",
    "≤ 1.6, 1.5, 1.4, 1.3",
    byPattern(ACTUAL, "crossgate, pattern", LIST),
  ],
  [
    "request allowed by a RegExp: by an exact origin",
    "≤ 1.6, 1.45, 1.35, 1.3",
    byPattern(ACTUAL, "crossgate, RegExp", LIST),
  ],
  ["request denied by a pattern: by a list", "", byPattern(DENIED, "crossgate, pattern", LIST)],
  [
    "decision, denied by a pattern: an exact origin allowed",
    "≤ 3",
    (each) =>
      rowOf(each, "decisions", "denied", PATTERN).time.median /
      rowOf(each, "decisions", "allowed", EXACT).time.median,
  ],
];

const PEERS: readonly Line[] = [
  [
    "request, `@crossgate/hono`: hono/cors",
    "≤ 0.38, 0.22, 0.40, 0.30",
    requests(ACTUAL, "@crossgate/hono", "hono/cors"),
  ],
  ["the same, a pattern: a function", "< 1", byPattern(ACTUAL, "@crossgate/hono", "hono/cors")],
  [
    "request, around h3: `handleCors`",
    "< 1",
    requests(ACTUAL, "crossgate wrap around h3", "h3 handleCors"),
  ],
  [
    "the same, a pattern: a RegExp",
    "< 1",
    byPattern(ACTUAL, "crossgate wrap around h3", "h3 handleCors"),
  ],
  [
    "request, around itty-router: its `cors`",
    "< 1",
    requests(ACTUAL, "crossgate wrap around itty-router", "itty-router cors"),
  ],
  [
    "the same, a pattern: a RegExp",
    "< 1",
    byPattern(ACTUAL, "crossgate wrap around itty-router", "itty-router cors"),
  ],
  [
    "request, around Elysia: @elysiajs/cors",
    "< 1",
    requests(ACTUAL, "crossgate wrap around Elysia", "@elysiajs/cors"),
  ],
  [
    "the same, a pattern: a RegExp",
    "< 1",
    byPattern(ACTUAL, "crossgate wrap around Elysia", "@elysiajs/cors"),
  ],
  [
    "request, around @whatwg-node/server: `useCORS`",
    "< 1",
    requests(ACTUAL, "crossgate wrap around @whatwg-node/server", "@whatwg-node/server useCORS"),
  ],
];

const LONG: readonly Line[] = [
  ["request, 100,000 exact origins: two", "≤ 1.25", policies("100,000 exact", "2 exact")],
  ["request, 1,000,000 exact origins: two", "", policies("1,000,000 exact", "2 exact")],
  ["request, 10,000 patterns: one", "≤ 1.15", policies("10,000 patterns", "1 pattern")],
  [
    "`check`, 4,000 path rules: one",
    "≤ 1.2",
    (each) => timeRatioOf(each, "decisions", "check of a request, by path", OTHER_RULES, ONE_RULE),
  ],
  ["construction, 100,000 origins: a bare `Set`", "≤ 3", construction(100_000, "milliseconds")],
  ["construction, 1,000,000 origins: a bare `Set`", "≤ 2", construction(1_000_000, "milliseconds")],
  ["memory, 1,000,000 origins: a bare `Set`", "≤ 1.2", construction(1_000_000, "bytes")],
  ["request allowed, `reportOnly`: the live gate alone", "≤ 1.60", trying(ACTUAL)],
  ["request denied, the same", "≤ 1.60", trying(DENIED)],
  [
    "worst hostile input: largest honest",
    "≤ 1.50",
    (each) => Math.max(...hostileRatios(each).map(([, ratio]) => ratio)),
  ],
];

function trying(load: LoadName): Ratio {
  return (findings) => ratioOf(findings, "trying", load, BESIDE, ALONE);
}

/** The ratios that a reader looks for first. */
export function summaryTable(results: Results): string {
  const { findings } = results;
  const rows = [...FLOOR, ...PATTERNS, ...PEERS, ...LONG].map(([what, aim, ratio]) =>
    line(what, [
      aim,
      ...RUNTIMES.map((runtime, index) => {
        const each = findings[index];
        const value = each ? ratio(each, runtime, results) : Number.NaN;
        return Number.isNaN(value) ? "" : times(value);
      }),
    ]),
  );
  return table(["", "aim", ...findings.map(({ runtime }) => runtime)], rows);
}

function requests(load: LoadName, contender: string, other: string): Ratio {
  return (findings) => ratioOf(findings, "contenders", load, contender, other);
}

function floor(load: LoadName, contender: string, other: string): Ratio {
  return (findings) => ratioOf(findings, "floor", load, contender, other);
}

function byPattern(load: LoadName, contender: string, other: string): Ratio {
  return (findings) => ratioOf(findings, "patternRequests", load, contender, other);
}

function policies(contender: string, other: string): Ratio {
  return (findings) => ratioOf(findings, "policies", ACTUAL, contender, other);
}

function construction(count: number, measure: "bytes" | "milliseconds"): Ratio {
  return (_, runtime, { constructions }) =>
    constructionRatio(constructions, runtime, count, measure);
}
