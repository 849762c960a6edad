import { expect, it } from "vitest";
import { staleErrorPages } from "../scripts/error-pages.ts";

it("has a page for every code of the model, as the model words it", async () => {
  expect(await staleErrorPages()).toEqual([]);
});
