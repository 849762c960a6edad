import { originProblem } from "@crossgate/core/origin-entry";
import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** Characters that origins are made of; what an expression fits is found by trying. */
const CHARACTERS = "abcxz059-._:/hpst";

/** Repetitions beyond which an expression that backtracks is felt. */
const MANY = 10;

/** What is written behind a repeated text, so that the whole does not fit after all. */
const ENDINGS = ["", "-", "_", ".", ".q", ":1"];

/** No expression needs more of them. */
const MOST_TEXTS = 400;

/**
 * Origins that are likely to keep an expression busy. For each repetition in it there is a text
 * that fits the part in front. Then the repeated text comes many times, and then something that
 * does not fit. Only well-formed origins, since an expression is asked about no others.
 */
export function attackTexts(expression: RegExp): readonly string[] {
  const { source, flags, unicode } = expression;
  const modes = { unicode, unicodeSets: flags.includes("v") };
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, modes);
  const found = new Set<string>();
  for (const { prefix, repeated } of pumps(pattern.alternatives, "", flags)) {
    for (const ending of ENDINGS) {
      const text = fill(prefix, repeated, ending);
      if (text !== undefined) found.add(text);
    }
    if (found.size > MOST_TEXTS) break;
  }
  return [...found];
}

/** A few texts that an expression fits, as far as its parts tell. */
export function examplesOf({ source, flags, unicode }: RegExp): readonly string[] {
  const modes = { unicode, unicodeSets: flags.includes("v") };
  const { alternatives } = new RegExpParser().parsePattern(source, 0, source.length, modes);
  return alternatives.flatMap(({ elements }) => inSequence(elements, flags));
}

interface Pump {
  readonly prefix: string;
  readonly repeated: string;
}

function* pumps(
  alternatives: readonly AST.Alternative[],
  before: string,
  flags: string,
): Generator<Pump, void> {
  for (const { elements } of alternatives) {
    let prefix = before;
    for (const element of elements) {
      const inner = element.type === "Quantifier" ? element.element : element;
      if (element.type === "Quantifier" && element.max >= MANY) {
        for (const repeated of samples(inner, flags)) {
          if (repeated !== "") yield { prefix, repeated };
        }
      }
      if (inner.type === "Assertion" ? "alternatives" in inner : inner.type.endsWith("Group")) {
        const { alternatives } = inner as AST.Group | AST.LookaroundAssertion;
        yield* pumps(alternatives, prefix, flags);
      }
      prefix += samples(element, flags)[0] ?? "";
    }
  }
}

/** Some texts that an element fits. */
function samples(element: AST.Element, flags: string): readonly string[] {
  switch (element.type) {
    case "Assertion":
    case "Backreference":
      return [""];
    case "Group":
    case "CapturingGroup":
      return element.alternatives
        .slice(0, 4)
        .flatMap(({ elements }) => inSequence(elements, flags));
    case "Quantifier": {
      const some = samples(element.element, flags);
      return some.map((text) => text.repeat(Math.max(element.min, 1)));
    }
    default: {
      const whole = new RegExp(`^${element.raw}$`, flags.replace(/[gy]/g, ""));
      const fitting = CHARACTERS.split("").filter((character) => whole.test(character));
      return fitting.length > 0 ? [fitting[0] as string, fitting.at(-1) as string] : [element.raw];
    }
  }
}

/** Texts that a sequence fits: the first samples of all its elements, and the last ones. */
function inSequence(elements: readonly AST.Element[], flags: string): readonly string[] {
  const all = elements.map((element) => samples(element, flags));
  return [all.map((some) => some[0] ?? "").join(""), all.map((some) => some.at(-1) ?? "").join("")];
}

/** The longest origin of this kind, with labels that DNS can name. */
function fill(prefix: string, repeated: string, ending: string): string | undefined {
  const start = prefix.includes("://") ? prefix : `https://${prefix}`;
  for (let times = 150; times > MANY; times -= 1) {
    const text = start + repeated.repeat(times) + ending;
    if (text.length <= 326 && originProblem(text) === undefined) return text;
  }
  return undefined;
}
