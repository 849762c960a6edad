import { describe, expect, it } from "vitest";
import { matchesStrongly, matchesWeakly } from "./entity-tag.ts";

// https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.2
describe('a field against the tag "1"', () => {
  it.each([
    ['"1"', true, true],
    ['W/"1"', false, true],
    ['"2"', false, false],
    ['"0", "1" ,"2"', true, true],
    ['"0",W/"1"', false, true],
    ["1", false, false],
    ['"1', false, false],
    ["", false, false],
    ['w/"1"', true, true],
    ['"a,"1"', false, false],
  ])("%s: strongly %s, weakly %s", (field, strongly, weakly) => {
    expect(matchesStrongly(field, '"1"')).toBe(strongly);
    expect(matchesWeakly(field, '"1"')).toBe(weakly);
  });

  it("takes a comma inside of a tag for a part of it", () => {
    expect(matchesStrongly('"a,b"', '"a,b"')).toBe(true);
    expect(matchesStrongly('"a,b"', '"b"')).toBe(false);
  });
});
