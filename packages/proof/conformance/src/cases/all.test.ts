import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Rule } from "../case.ts";
import { allCases } from "./all.ts";

const SPEC = readFileSync(new URL("../../../../../docs/spec.md", import.meta.url), "utf8");

/** As the page states them. */
const RULES: readonly Rule[] = [
  ...new Set(Array.from(SPEC.matchAll(/^\| ([PCOAR]\d+) +\|/gm), ([, rule]) => rule as Rule)),
];

describe("the cases", () => {
  it("have ids of their own that are path segments", () => {
    const ids = allCases.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9_-]+$/.test(id))).toEqual([]);
  });

  it("have an anchor of a standard", () => {
    const bare = allCases.filter(({ anchor }) => !/^https:\/\/.+\/#[\w-]+$/.test(anchor));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it.each(RULES)("hold rule %s", (rule) => {
    expect(allCases.some(({ rules }) => rules.includes(rule))).toBe(true);
  });

  it("name no rule that there is not", () => {
    const rules = new Set(allCases.flatMap((each) => each.rules));
    expect([...rules].filter((rule) => !RULES.includes(rule))).toEqual([]);
  });
});
