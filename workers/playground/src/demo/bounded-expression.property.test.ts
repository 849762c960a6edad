import fc from "fast-check";
import { expect, it } from "vitest";
import { LONGEST_ORIGIN } from "./arrivals.ts";
import { stepsThrough } from "./bounded-expression.ts";

type Term = Atom | Group;

interface Atom {
  readonly one: string;
  readonly least: number;
  readonly most: number;
}

interface Group {
  readonly branches: readonly (readonly Term[])[];
  readonly optional: boolean;
}

const ONE: Atom = { one: "a", least: 1, most: 1 };
const ENDLESS: Atom = { one: "a", least: 0, most: LONGEST_ORIGIN };

/** A matcher that goes on as its textbook says, and counts the characters it looks at. */
class Matcher {
  looks = 0;
  readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  match(terms: readonly Term[], place: number, then: (place: number) => boolean): boolean {
    const [term, ...others] = terms;
    if (term === undefined) return then(place);
    const goOn = (next: number) => this.match(others, next, then);
    if ("one" in term) return this.repeat(term, place, goOn);
    const isIn = term.branches.some((branch) => this.match(branch, place, goOn));
    return isIn || (term.optional && goOn(place));
  }

  private repeat({ one, least, most }: Atom, place: number, then: (place: number) => boolean) {
    let count = 0;
    while (count < most && this.fits(one, place + count)) count += 1;
    for (; count >= least; count -= 1) if (then(place + count)) return true;
    return false;
  }

  private fits(one: string, place: number): boolean {
    this.looks += 1;
    const character = this.origin[place];
    return (
      character !== undefined && (one === "[^!]" ? character !== "!" : one.includes(character))
    );
  }
}

const repeats = fc.constantFrom(
  ...([
    [1, 1],
    [0, 1],
    [0, LONGEST_ORIGIN],
    [1, LONGEST_ORIGIN],
    [2, 5],
    [0, 3],
    [90, 90],
  ] as const),
);
const atoms = fc
  .tuple(fc.constantFrom("a", "b", "[ab]", "[^!]"), repeats)
  .map(([one, [least, most]]): Atom => ({ one, least, most }));
const sequences = fc.letrec<{ term: Term; sequence: Term[] }>((tie) => ({
  term: fc.oneof({ depthSize: "small" }, atoms, groupsOf(tie("sequence"))),
  sequence: fc.array(tie("term"), { maxLength: 5 }),
})).sequence;

function groupsOf(sequence: fc.Arbitrary<Term[]>): fc.Arbitrary<Group> {
  return fc.record({
    branches: fc.array(sequence, { minLength: 1, maxLength: 3 }),
    optional: fc.boolean(),
  });
}

const origins = fc.oneof(
  fc.constantFrom("a", "b", "ab", "aab", "b!").map((unit) => unit.repeat(LONGEST_ORIGIN)),
  fc.string({ unit: fc.constantFrom("a", "b", "!"), maxLength: LONGEST_ORIGIN }),
);

it("no matcher takes more steps than were told", () => {
  let tried = 0;
  fc.assert(
    fc.property(sequences, origins, (sequence, origin) => {
      const { looks, told } = counted(sequence, origin.slice(0, LONGEST_ORIGIN));
      fc.pre(told < 200_000);
      tried += 1;
      expect(looks()).toBeLessThanOrEqual(told);
    }),
    { numRuns: 300 },
  );
  expect(tried).toBeGreaterThan(100);
});

// Infinity would be such a bound, too. The rest is what branches and ends are counted as.
it.each<[string, readonly Term[]]>([
  ["a fixed repeat behind two endless ones", [ENDLESS, ENDLESS, { one: "a", least: 90, most: 90 }]],
  ["one written out", [ENDLESS, ENDLESS, ...Array.from({ length: 30 }, () => ONE)]],
  ["branches", [{ branches: [[ENDLESS, ONE], [ENDLESS]], optional: true }, ENDLESS]],
])("one matcher takes most of them: %s", (_, terms) => {
  const sequence = [...terms, { one: "b", least: 1, most: 1 }];
  const { looks, told } = counted(sequence, "a".repeat(LONGEST_ORIGIN));
  expect(looks()).toBeGreaterThan(told * 0.4);
});

function counted(sequence: readonly Term[], origin: string) {
  const told = stepsThrough(new RegExp(`^${textOf(sequence)}$`)) ?? Infinity;
  const looks = (): number => {
    const matcher = new Matcher(origin);
    matcher.match(sequence, 0, (place) => place === origin.length);
    return matcher.looks;
  };
  return { told, looks };
}

function textOf(sequence: readonly Term[]): string {
  return sequence
    .map((term) => {
      if (term === ONE) return term.one;
      if ("one" in term) return `${term.one}{${term.least},${term.most}}`;
      return `(?:${term.branches.map(textOf).join("|")})${term.optional ? "?" : ""}`;
    })
    .join("");
}
