import { expect, test } from "vitest";
import { sourcesWithFault } from "./faults.ts";

test("a source has faults in conditions, values, calls and functions", () => {
  const source = `export { h } from "./h.ts";
export function g(a: "x", b: number) { return b === 1 && a ? f(a) : { "y": "" }; }
`;
  const faulty = sourcesWithFault("g.ts", source).map((each) => /\) {(.*)}/.exec(each)?.[1]);
  expect(faulty).toEqual([
    ` return true ? f(a) : { "y": "" }; `,
    ` return false ? f(a) : { "y": "" }; `,
    ` return b === 1 ? f(a) : { "y": "" }; `,
    ` return a ? f(a) : { "y": "" }; `,
    ` return !(b) && a ? f(a) : { "y": "" }; `,
    ` return b === 2 && a ? f(a) : { "y": "" }; `,
    ` return b === 1 && a ? (a) : { "y": "" }; `,
    ` return b === 1 && a ? f(a) : { "y": "-" }; `,
    `return undefined; return b === 1 && a ? f(a) : { "y": "" }; `,
    `return true; return b === 1 && a ? f(a) : { "y": "" }; `,
  ]);
});
