import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { climbs } from "./climbs.ts";

const HARDEST = 3;

/** What only some servers decode. */
const LENIENT: Readonly<Record<string, string>> = { "%c0%ae": ".", "%c0%af": "/", "%u002f": "/" };

/** As a server decodes that does it as often as it can. */
function decodeWhole(path: string): { readonly path: string; readonly rounds: number } {
  const parts = path.split(/(%[0-7][\da-fA-F]|%c0%a[ef]|%u002f)/u);
  const once = parts
    .map((part, index) => (index % 2 === 0 ? part : (LENIENT[part] ?? decodeURIComponent(part))))
    .join("")
    .replaceAll("\t", "");
  if (once === path) return { path, rounds: 0 };
  const { path: whole, rounds } = decodeWhole(once);
  return { path: whole, rounds: rounds + 1 };
}

describe("climbs", () => {
  it("finds every climb that a server could see by decoding, and what no server decodes", () => {
    const parts = [
      ...Array.from("/.;%a"),
      "..",
      "%2e",
      "%2f",
      "%5C",
      "%25",
      "25",
      "2e",
      "2f",
      "%32",
      "%35",
      "%65",
      "%00",
      "%09",
      "%20",
      "%3f",
      "%ff",
      ...Object.keys(LENIENT),
    ];
    let climbed = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 10 }), (all) => {
        const { pathname } = new URL(`https://gateway.example/${all.join("")}`);
        const { path, rounds } = decodeWhole(pathname);
        const isClimb = path
          .split(/[/\\]/u)
          .some((segment) => /^\.\.(?:[^a-z\d._~-]|$)/iu.test(segment));
        if (isClimb) climbed++;
        expect(climbs(pathname)).toBe(isClimb || rounds > HARDEST);
      }),
      { numRuns: 5000 },
    );
    expect(climbed).toBeGreaterThan(50);
  });
});
