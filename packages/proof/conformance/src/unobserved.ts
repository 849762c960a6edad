import type { Step } from "./case.ts";
import type { Observation } from "./observation.ts";

/** What a case expects of a request, by the name under which a failure is printed. */
const EXPECTED: readonly (readonly [
  what: string,
  isExpected: (step: Step) => boolean,
  isSeen: (seen: Observation) => boolean,
])[] = [
  ["handler calls", () => true, ({ handlerCalls }) => handlerCalls !== undefined],
  ["verdict", ({ expect }) => expect.verdict !== undefined, ({ verdict }) => verdict !== undefined],
  ["asked", ({ expect }) => expect.asked !== undefined, ({ asked }) => asked !== undefined],
  [
    "onVerdict calls",
    ({ expect }) => expect.verdicts !== undefined,
    ({ verdicts }) => verdicts !== undefined,
  ],
  ["reported errors", () => true, ({ reported }) => reported !== undefined],
  [
    "milliseconds",
    ({ expect }) => expect.withinMs !== undefined,
    ({ milliseconds }) => milliseconds !== undefined,
  ],
];

/** The expectations of a request that its subject gives no means to compare. */
export function unobserved(step: Step, seen: Observation): readonly string[] {
  return EXPECTED.filter(([, isExpected, isSeen]) => isExpected(step) && !isSeen(seen)).map(
    ([what]) => what,
  );
}
