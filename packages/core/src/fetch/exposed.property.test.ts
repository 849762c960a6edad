// The names that a page may read, against the standard's own reading of the header.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeExposed } from "./exposed.ts";

const NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;

/** What a browser reads of a list: its members in any case, `*` for everything without credentials. */
function namesOf(value: string, credentials: boolean): ReadonlySet<string> {
  const names = value
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => NAME.test(name) && !(credentials && name === "*"));
  return new Set(names.includes("*") ? ["*"] : names);
}

const members = fc.oneof(
  fc.constantFrom(
    "x-a",
    "X-A",
    "X-b",
    "set-auth-token",
    "*",
    "",
    " ",
    "a b",
    "x:y",
    "é",
    "x\u0000",
  ),
  fc.string({ maxLength: 6 }),
);
const lists = fc.array(members, { maxLength: 6 }).map((list) => list.join(","));

describe("exposed names", () => {
  it("are those of both, each once, and no others (R3)", () => {
    fc.assert(
      fc.property(lists, lists, fc.boolean(), (policy, handler, credentials) => {
        const merged = mergeExposed(policy, handler, credentials);
        const written = merged === "" ? [] : merged.split(",");
        const wanted = namesOf(`${policy},${handler}`, credentials);
        expect(written.length).toBe(wanted.size);
        expect(new Set(written)).toEqual(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it("merge once as often as they are merged", () => {
    fc.assert(
      fc.property(lists, lists, fc.boolean(), (policy, handler, credentials) => {
        const merged = mergeExposed(policy, handler, credentials);
        expect(mergeExposed(policy, merged, credentials)).toBe(merged);
      }),
    );
  });
});
