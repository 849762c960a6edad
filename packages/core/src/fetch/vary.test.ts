import { expect, test } from "vitest";
import { mergeVary } from "./vary.ts";

test("R4: only a second spelling of a member is dropped, not another member", () => {
  expect(mergeVary("accept, ACCEPT, Accept-Language", "Origin")).toBe(
    "accept, Accept-Language, Origin",
  );
  // Upper case would make these one.
  expect(mergeVary("\u00df, SS", "Origin")).toBe("\u00df, SS, Origin");
});
