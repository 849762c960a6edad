import {
  advanced,
  type Arrivals,
  arrivalsEverywhere,
  atTheBeginning,
  bothArrivals,
  LONGEST_ORIGIN,
  stepsFrom,
} from "./arrivals.ts";
import { LIMITS } from "./limits.ts";

/** Escapes that stand for one character; back references and assertions are not among them. */
const ATOM =
  /\\[dwsDWS]|\\[^A-Za-z0-9]|\[(?:\\[dwsDWS]|\\[^A-Za-z0-9]|[^\]\\])*\]|[^\\()[\]{}*+?|]/uy;
const QUANTIFIER = /([*+?])\??|\{(\d{1,3})(,?)(\d{0,3})\}\??/uy;
/** Looks at what is behind the last character, too. */
const ENDLESS = LONGEST_ORIGIN + 1;
const MARKS: Readonly<Record<string, Repeats>> = {
  "*": { least: 0, most: ENDLESS },
  "+": { least: 1, most: ENDLESS },
  "?": { least: 0, most: 1 },
};

/** Far above every limit, and low enough for sums of what follows to be exact. */
const UNTOLD = 2 ** 40;

interface Repeats {
  readonly least: number;
  readonly most: number;
}

interface Scan {
  readonly source: string;
  at: number;
  steps: number;
}

/**
 * How many steps a backtracking matcher takes at most to go through an origin with this
 * expression; `undefined` for more than can be told.
 *
 * The endpoint runs strangers' expressions, and one like `^(a+)+$` takes longer than the universe
 * has. So it runs a part of the language whose cost can be worked out beforehand. That part has
 * characters, classes, and groups that are repeated at most once. It has no back references and no
 * look-around. The number of ways alone is not the cost: each may go on for as long as the origin
 * does before it fails.
 */
export function stepsThrough({ source, flags }: RegExp): number | undefined {
  if (source.length > LIMITS.expression || /[^iu]/u.test(flags)) return undefined;
  const scan: Scan = { source, at: 0, steps: 0 };
  const ends = alternatives(scan, arrivalsEverywhere());
  if (ends === undefined || scan.at !== source.length) return undefined;
  return scan.steps + stepsFrom(ends, 1);
}

/** Each branch is tried from where the group begins, once those before it fail. */
function alternatives(scan: Scan, begin: Arrivals): Arrivals | undefined {
  let total: Arrivals | undefined;
  for (;;) {
    scan.steps += stepsFrom(begin, 1);
    const ends = sequence(scan, begin);
    if (ends === undefined) return undefined;
    total = total === undefined ? ends : bothArrivals(total, ends);
    if (scan.source[scan.at] !== "|") return total;
    scan.at += 1;
  }
}

/** The matcher tries the rest again from each place to which the part in front can lead. */
function sequence(scan: Scan, begin: Arrivals): Arrivals | undefined {
  let arrivals = begin;
  for (;;) {
    const next = scan.source[scan.at];
    if (next === undefined || next === "|" || next === ")") return arrivals;
    const after = next === "(" ? group(scan, arrivals) : atom(scan, arrivals);
    if (after === undefined || scan.steps > UNTOLD) return undefined;
    arrivals = after;
  }
}

function group(scan: Scan, begin: Arrivals): Arrivals | undefined {
  scan.at += scan.source.startsWith("(?:", scan.at) ? 3 : 1;
  if (scan.source[scan.at] === "?") return undefined;
  const ends = alternatives(scan, begin);
  if (ends === undefined || scan.source[scan.at] !== ")") return undefined;
  scan.at += 1;
  const quantifier = take(QUANTIFIER, scan);
  if (quantifier === undefined) return ends;
  return quantifier[1] === "?" ? bothArrivals(begin, ends) : undefined;
}

function atom(scan: Scan, begin: Arrivals): Arrivals | undefined {
  const [character] = take(ATOM, scan) ?? [];
  const repeats = repetitions(scan);
  if (character === undefined || repeats === undefined) return undefined;
  const { least, most } = repeats;
  scan.steps += stepsFrom(begin, most);
  if (character === "^") return atTheBeginning(begin);
  return character === "$" ? begin : advanced(begin, least, most);
}

function repetitions(scan: Scan): Repeats | undefined {
  const quantifier = take(QUANTIFIER, scan);
  if (quantifier === undefined) return { least: 1, most: 1 };
  const [, mark, from = "0", comma, to] = quantifier;
  if (mark !== undefined) return MARKS[mark];
  const least = Number(from);
  const most = comma === "" ? least : to === "" ? ENDLESS : Number(to);
  return least <= LONGEST_ORIGIN && most <= ENDLESS ? { least, most } : undefined;
}

function take(token: RegExp, scan: Scan): RegExpExecArray | undefined {
  token.lastIndex = scan.at;
  const match = token.exec(scan.source) ?? undefined;
  if (match) scan.at = token.lastIndex;
  return match;
}
