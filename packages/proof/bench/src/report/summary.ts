import type { Findings } from "../measure/all.ts";
import { ratioOf, timeRatioOf } from "./figures.ts";
import { hostileRatios } from "./policies.ts";
import { line, table, times } from "./table.ts";

type Line = readonly [what: string, aim: string, ratio: (findings: Findings) => number];

const ACTUAL = "actual, allowed";
const PREFLIGHT = "preflight, allowed";
const HAND = "set by hand";
const CAREFUL = "by hand, R3 R4 R6 kept";
const LEAST_WRAP = "least wrap";
const LEAST_CHECK = "least check, apply";

const LINES: readonly Line[] = [
  ["request, `wrap`: by hand", "≤ 1.30×", requests(ACTUAL, "crossgate wrap", HAND)],
  ["the same: the least `wrap`", "", requests(ACTUAL, "crossgate wrap", LEAST_WRAP)],
  [
    "request, `check` and `apply`: by hand",
    "≤ 1.30×",
    requests(ACTUAL, "crossgate check, apply", HAND),
  ],
  [
    "the same: the least `check` and `apply`",
    "",
    requests(ACTUAL, "crossgate check, apply", LEAST_CHECK),
  ],
  ["request, by hand with R3, R4 and R6 kept: by hand", "", requests(ACTUAL, CAREFUL, HAND)],
  ["request, the least `wrap`: by hand", "", requests(ACTUAL, LEAST_WRAP, HAND)],
  ["request, the least `check` and `apply`: by hand", "", requests(ACTUAL, LEAST_CHECK, HAND)],
  [
    "preflight, `wrap`: by hand",
    "≤ 1.20×",
    (each) => timeRatioOf(each, "contenders", PREFLIGHT, "crossgate wrap", HAND),
  ],
  [
    "request, `@crossgate/hono`: hono/cors",
    "≤ 0.40×",
    requests(ACTUAL, "@crossgate/hono", "hono/cors"),
  ],
  [
    "request, Hono by hand with R3, R4 and R6 kept: hono/cors",
    "",
    requests(ACTUAL, `Hono, ${CAREFUL}`, "hono/cors"),
  ],
  [
    "preflight, `@crossgate/hono`: hono/cors",
    "",
    (each) => timeRatioOf(each, "contenders", PREFLIGHT, "@crossgate/hono", "hono/cors"),
  ],
  [
    "request, around h3: `handleCors`",
    "< 1×",
    requests(ACTUAL, "crossgate wrap around h3", "h3 handleCors"),
  ],
  [
    "request, around itty-router: its `cors`",
    "< 1×",
    requests(ACTUAL, "crossgate wrap around itty-router", "itty-router cors"),
  ],
  [
    "request, around Elysia: @elysiajs/cors",
    "< 1×",
    requests(ACTUAL, "crossgate wrap around Elysia", "@elysiajs/cors"),
  ],
  [
    "request, around @whatwg-node/server: `useCORS`",
    "< 1×",
    requests(ACTUAL, "crossgate wrap around @whatwg-node/server", "@whatwg-node/server useCORS"),
  ],
  ["100,000 exact origins: two", "≤ 1.25×", policies("100,000 exact", "2 exact")],
  ["the same: one, which needs no `Vary`", "≤ 1.25×", policies("100,000 exact", "1 exact")],
  ["1,000,000 exact origins: two", "", policies("1,000,000 exact", "2 exact")],
  ["10,000 patterns: one", "≤ 1.25×", policies("10,000 patterns", "1 pattern")],
  ["20 path rules: one", "≤ 1.50×", policies("20 path rules", "1 path rule")],
  [
    "worst hostile input: largest honest",
    "≤ 1.50×",
    (each) => Math.max(...hostileRatios(each).map(([, ratio]) => ratio)),
  ],
];

/** The ratios that a reader looks for first. */
export function summaryTable(all: readonly Findings[]): string {
  const rows = LINES.map(([what, aim, ratio]) =>
    line(what, [aim].concat(all.map((findings) => times(ratio(findings))))),
  );
  return table(["", "aim", ...all.map(({ runtime }) => runtime)], rows);
}

function requests(load: string, contender: string, other: string): Line[2] {
  return (findings) => ratioOf(findings, "contenders", load, contender, other);
}

function policies(contender: string, other: string): Line[2] {
  return (findings) => ratioOf(findings, "policies", ACTUAL, contender, other);
}
