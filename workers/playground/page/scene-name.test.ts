import { expect, it } from "vitest";
import { presetsFor } from "./presets.ts";
import { EMPTY_SCENE } from "./scene.ts";
import { linkOf, sceneOf, titleOf } from "./scene-name.ts";

const OWN = "https://page.example";
const PRESETS = presetsFor(OWN);

it.each(PRESETS)("$id has a short link, and its own title", ({ id, scene }) => {
  expect(linkOf(scene, PRESETS)).toBe(`#${id}`);
  expect(sceneOf(`#${id}`, PRESETS, OWN)).toEqual(scene);
  const titles = PRESETS.map((preset) => titleOf(preset.scene, PRESETS, OWN));
  expect(new Set(titles).size).toBe(PRESETS.length);
});

it("any other scene says all of itself in its link", () => {
  const scene = { ...EMPTY_SCENE, method: "PUT", requestHeaders: "x-demo: 1" } as const;
  expect(sceneOf(linkOf(scene, PRESETS), PRESETS, OWN)).toEqual(scene);
  expect(titleOf(scene, PRESETS, OWN)).toBe(`PUT from ${OWN} · Crossgate playground`);
});

it("an address that says nothing is no scene", () => {
  expect(sceneOf("", PRESETS, OWN)).toBeUndefined();
  expect(sceneOf("#nothing", PRESETS, OWN)).toBeUndefined();
});

it("an error's page links to the scene that shows it", () => {
  expect(sceneOf("#acao-missing", PRESETS, OWN)).toMatchObject({ kind: "by-hand", headers: "" });
  expect(sceneOf("#acac-missing", PRESETS, OWN)).toMatchObject({ credentials: "include" });
});
