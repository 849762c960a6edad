import { corsCodes, type CorsCode } from "@crossgate/browser";
import { expect, it } from "vitest";
import { predict } from "../predict.ts";
import { requestOf } from "../request.ts";
import { sceneOfCode } from "./scene-of-code.ts";

const PLACES = { page: "https://page.example", api: "https://api.example" };
const CODES = (Object.keys(corsCodes) as readonly CorsCode[]).filter(
  (code) => sceneOfCode(code, PLACES.page) !== undefined,
);

it("most errors that a server's headers make are shown", () => {
  expect(CODES.length).toBeGreaterThan(10);
});

it.each(CODES)("the scene of %s fails with it, in every browser", async (code) => {
  const scene = sceneOfCode(code, PLACES.page);
  if (!scene) throw new Error("no scene");
  for (const profile of ["spec", "chromium", "firefox", "webkit"] as const) {
    const told = await predict(requestOf(scene, PLACES, "run1"), PLACES.page, PLACES, profile);
    expect(told.error?.code).toBe(code);
  }
});

it("no other name has one", () => {
  expect(sceneOfCode("index", PLACES.page)).toBeUndefined();
  expect(sceneOfCode("toString", PLACES.page)).toBeUndefined();
});
