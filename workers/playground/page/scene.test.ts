import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PREFLIGHT_STATUSES } from "../src/demo/by-hand.ts";
import { ANSWERS } from "../src/demo/call.ts";
import { presetsFor } from "./presets.ts";
import {
  CREDENTIALS,
  EMPTY_SCENE,
  fromFragment,
  METHODS,
  type Scene,
  toFragment,
} from "./scene.ts";

const text = fc.string({ unit: "grapheme", maxLength: 40 });
const scenes: fc.Arbitrary<Scene> = fc.record({
  kind: fc.constantFrom("policy" as const, "by-hand" as const),
  policy: text,
  headers: text,
  preflight: fc.constantFrom(...PREFLIGHT_STATUSES),
  origin: text,
  method: fc.constantFrom(...METHODS),
  answer: fc.constantFrom(...ANSWERS),
  requestHeaders: text,
  body: text,
  credentials: fc.constantFrom(...CREDENTIALS),
});

describe("the fragment", () => {
  it("holds all of a scene", () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        fc.pre(toFragment(scene) !== "#");
        expect(fromFragment(toFragment(scene))).toEqual(scene);
      }),
    );
  });

  it("tells presets apart", () => {
    const fragments = presetsFor("https://page.example").map(({ scene }) => toFragment(scene));
    expect(new Set(fragments).size).toBe(fragments.length);
  });

  it.each(["", "#", "#other", "#constructor=1"])("%j is no scene", (fragment) => {
    expect(fromFragment(fragment)).toBeUndefined();
  });

  it("takes what it does not know for what is usual", () => {
    expect(fromFragment("#method=TRACE&answer=html&kind=x&credentials=&preflight=999")).toEqual(
      EMPTY_SCENE,
    );
  });
});
