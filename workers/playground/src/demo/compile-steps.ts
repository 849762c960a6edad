/** For each character of an expression, whatever it is. */
const OF_A_CHARACTER = 100;

/**
 * For each set of very many characters. Without regard to case, an engine looks up the other cases
 * of each of them. That takes some hundred microseconds, thousands of times as long as matching
 * one.
 */
const OF_A_LARGE_SET = 40_000;

/** A class, or an escape; what is in a class is one with it. */
const UNIT = /\[(?:\\[^]|[^\]\\])*\]|\\[^]|[^]/gu;

/** `.`, `\D`, `\S`, `\W`, alone or in a class; a class of everything; one with characters beyond ASCII. */
const LARGE = /^(?:\.$|\\[DSW]|\[\^?\]|\[(?:[^\\]|\\[^])*?(?:\\[DSW]|[^\0-\x7f]))/u;

/** What it takes to compile an expression, in the steps of its matching. */
export function stepsToCompile({ source, ignoreCase }: RegExp): number {
  const large = ignoreCase ? [...source.matchAll(UNIT)].filter(([unit]) => LARGE.test(unit)) : [];
  return source.length * OF_A_CHARACTER + large.length * OF_A_LARGE_SET;
}
