import { beforeEach, describe, expect, it, vi } from "vitest";
import { ALL_CHANGES } from "./all.ts";
import type { Expected, Outcome } from "./change.ts";
import { crossgate } from "./peers/crossgate.ts";

beforeEach(() => {
  // Reports of origin functions that throw, and of peers that warn.
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

describe.each(ALL_CHANGES)("what changes from $name", ({ peer, changes }) => {
  it.each(changes)("$what, there: $theirs", async ({ options, asked, expected }) => {
    expect(seen(await peer(options.theirs, asked), expected.theirs)).toEqual(expected.theirs);
  });

  it.each(changes)("$what, here: $ours", async ({ options, asked, expected }) => {
    expect(seen(await crossgate(options.ours, asked), expected.ours)).toEqual(expected.ours);
  });
});

/** Of an outcome what the expectation speaks of. */
function seen(outcome: Outcome, expected: Expected): Expected {
  if (typeof outcome === "string") return outcome;
  const names = typeof expected === "string" ? [...outcome.headers.keys()] : Object.keys(expected);
  const values = names.map((name) => [
    name,
    name === "status" ? String(outcome.status) : outcome.headers.get(name),
  ]);
  return Object.fromEntries(values);
}
