import { LIMITS } from "./limits.ts";

/** The longest origin that a policy's expression is ever shown (rule O2). */
const LONGEST_ORIGIN = 326;

/** Escapes that stand for one character; back references and assertions are not among them. */
const ATOM =
  /\\[dwsDWS]|\\[^A-Za-z0-9]|\[(?:\\[dwsDWS]|\\[^A-Za-z0-9]|[^\]\\])*\]|[^\\()[\]{}*+?|]/uy;
const QUANTIFIER = /([*+?])\??|\{(\d{1,3})(,?)(\d{0,3})\}\??/uy;

interface Scan {
  readonly source: string;
  at: number;
}

/**
 * How many ways there are at most to go through an origin with this expression, as a backtracking
 * matcher tries them; `undefined` for more than can be told.
 *
 * The endpoint runs strangers' expressions, and one like `^(a+)+$` takes longer than the universe
 * has. So it runs a part of the language whose cost is a product that can be worked out beforehand:
 * characters, classes, groups that are repeated at most once, no back references, no look-around.
 */
export function waysThrough({ source, flags }: RegExp): number | undefined {
  if (source.length > LIMITS.expression || /[^iu]/u.test(flags)) return undefined;
  const scan: Scan = { source, at: 0 };
  const ways = alternatives(scan);
  return scan.at === source.length ? ways : undefined;
}

/** The sum over branches; each is tried where those before it fail. */
function alternatives(scan: Scan): number | undefined {
  let total = 0;
  for (;;) {
    const ways = sequence(scan);
    if (ways === undefined) return undefined;
    total += ways;
    if (scan.source[scan.at] !== "|") return total;
    scan.at += 1;
  }
}

/** The product over terms: what follows is tried again for each way of what stands before. */
function sequence(scan: Scan): number | undefined {
  let product = 1;
  for (;;) {
    const next = scan.source[scan.at];
    if (next === undefined || next === "|" || next === ")") return product;
    const ways = term(scan);
    if (ways === undefined) return undefined;
    product *= ways;
  }
}

function term(scan: Scan): number | undefined {
  if (scan.source[scan.at] === "(") return group(scan);
  if (take(ATOM, scan) === undefined) return undefined;
  return repetitions(scan);
}

function group(scan: Scan): number | undefined {
  scan.at += scan.source.startsWith("(?:", scan.at) ? 3 : 1;
  if (scan.source[scan.at] === "?") return undefined;
  const ways = alternatives(scan);
  if (ways === undefined || scan.source[scan.at] !== ")") return undefined;
  scan.at += 1;
  const quantifier = take(QUANTIFIER, scan);
  if (quantifier === undefined) return ways;
  return quantifier[1] === "?" ? ways + 1 : undefined;
}

/** How often an atom can be repeated, in different numbers. */
function repetitions(scan: Scan): number | undefined {
  const quantifier = take(QUANTIFIER, scan);
  if (quantifier === undefined) return 1;
  const [, mark, least = "0", comma, most] = quantifier;
  if (mark === "?") return 2;
  if (mark !== undefined) return LONGEST_ORIGIN + 1;
  const from = Number(least);
  const to = comma === "" ? from : most === "" ? LONGEST_ORIGIN : Number(most);
  return from <= LONGEST_ORIGIN && to <= LONGEST_ORIGIN ? Math.max(to - from, 0) + 1 : undefined;
}

function take(token: RegExp, scan: Scan): RegExpExecArray | undefined {
  token.lastIndex = scan.at;
  const match = token.exec(scan.source) ?? undefined;
  if (match) scan.at = token.lastIndex;
  return match;
}
