import type { PassageKind } from "./passage.ts";
import type { Sentence } from "./sentences.ts";

export interface Rule {
  readonly name: string;
  /** The part of a sentence that breaks the rule, or `undefined`. */
  readonly find: (sentence: Sentence, rules: ReadonlySet<string>) => string | undefined;
  /** @default every kind of passage */
  readonly kinds?: readonly PassageKind[];
}

const LONGEST = 25;

/** Phrases over which engineers stumble, each a word of this project once. */
const PHRASES =
  /\b(?:all the same|as (?:it|they) came|anew|but for|be it|also where|(?<!\b(?:front|instead) )of its own|whoever)\b/i;
const PEOPLE = /\b(?:any|every|no|some)body\b/i;
const CACHED = /\bremember(?:s|ed|ing)?\b(?!-)/i;
const SECTION = /(?:\bsections? |§ ?)\d+/i;
const DOCUMENT = /\bRFC \d+/;
const ID = /(?<![\w-])[A-Z]\d{1,3}(?![\w-])/g;
/** Products and frameworks that look like the id of a rule. */
const PRODUCTS: ReadonlySet<string> = new Set(["D1", "H3", "R2", "S3", "V8", "X11"]);
/** A label, which has no full stop, is no clause. */
const CLAUSE = /^\W*(?:What|Who|Which)\b(?=.*\.\W*$)(?!.*\?\W*$)/s;

/**
 * The part of CONTRIBUTING.md's "Plain English" that a program can check.
 *
 * Vale reads pages and comments too, but its npm package downloads a program when it is installed.
 * textlint reads pages. Comments and messages would need a plugin of ours, with these functions in it.
 */
export const RULES: readonly Rule[] = [
  {
    name: `at most ${LONGEST} words`,
    find: ({ masked }) => {
      const count = countWords(masked);
      return count > LONGEST ? `${count} words` : undefined;
    },
  },
  { name: "no stumbling phrase", find: ({ masked }) => first(PHRASES, masked) },
  { name: "no one, anyone, everyone, someone", find: ({ masked }) => first(PEOPLE, masked) },
  { name: "what is kept is cached", find: ({ masked }) => first(CACHED, masked) },
  {
    name: "a section has a document",
    find: ({ masked }) => (DOCUMENT.test(masked) ? undefined : first(SECTION, masked)),
  },
  {
    name: "a table explains each id",
    find: ({ masked }, rules) =>
      masked.match(ID)?.find((id) => !rules.has(id) && !PRODUCTS.has(id)),
  },
  {
    // In a comment "What the page asked for." is a name, and no parser here tells it from a clause.
    name: "a noun is the subject",
    find: ({ masked }) => first(CLAUSE, masked),
    kinds: ["page", "message"],
  },
];

function first(pattern: RegExp, masked: string): string | undefined {
  return pattern.exec(masked.replace(/\s+/g, " "))?.[0].trim();
}

/** Anything with a letter or a digit is a word; code within a sentence is one. */
function countWords(masked: string): number {
  return masked.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
