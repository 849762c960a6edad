import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PeerDefect, Rule } from "../case.ts";
import { allCases } from "./all.ts";
import { PAYLOADS } from "./payloads.ts";
import { NOT_A_CORES } from "./peer-defects.ts";

const SPEC = readFileSync(new URL("../../../../../docs/spec.md", import.meta.url), "utf8");

function upTo<Letter extends string>(letter: Letter, count: number): `${Letter}${number}`[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}` as const);
}

/** As the page states them. */
const RULES: readonly Rule[] = [
  ...new Set(Array.from(SPEC.matchAll(/^\| ([PCOAR]\d+) +\|/gm), ([, rule]) => rule as Rule)),
];
const DEFECTS: readonly PeerDefect[] = [...upTo("S", 21), ...upTo("V", 14), ...upTo("P", 34)];

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

  it.each(DEFECTS)("show peer defect %s, or say why a core can't have it", (defect) => {
    const shown = allCases.some(({ peer }) => peer === defect);
    expect([shown, NOT_A_CORES[defect] !== undefined]).toContain(true);
    expect(shown && NOT_A_CORES[defect] !== undefined).toBe(false);
  });

  it("hold all thirty rows of payloads", () => {
    // Row 30 is about size, and has cases of its own.
    const rows = new Set(PAYLOADS.map(({ row }) => row));
    expect(rows.size).toBe(29);
    expect(allCases.some(({ id }) => id.startsWith("e5-30-"))).toBe(true);
  });
});
