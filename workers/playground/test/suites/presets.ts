import { beforeAll, describe, expect, it } from "vitest";
import { presetsFor } from "../../page/presets.ts";
import { freshPage, openPreset, settled } from "../playground-page.ts";
import type { Context } from "./context.ts";

const PRESETS = presetsFor("https://unimportant.example");

/** Every preset, predicted by the model and done by the browser. */
export function describePresets(context: () => Context): void {
  describe("a preset", () => {
    beforeAll(async () => freshPage(context()));

    it("has run before anything is clicked", async () => {
      const { page } = context();
      expect(await settled(page)).toMatchObject({ outcome: "readable", observation: "same" });
    });

    it.each(PRESETS)("$id is $outcome, as predicted", async ({ id, outcome }) => {
      const shown = await openPreset(context().page, id);
      expect(shown).toMatchObject({ observation: "same", outcome });
    });
  });
}
