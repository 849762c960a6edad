import { describe, expect, it } from "vitest";
import { printOptions } from "../src/demo/print-options.ts";
import { adviceOf } from "./advice.ts";
import { notesOf } from "./notes.ts";
import { predict, type Prediction } from "./predict.ts";
import { presetsFor } from "./presets.ts";
import { requestOf } from "./request.ts";
import { EMPTY_SCENE, type Scene } from "./scene.ts";

const PLACES = { page: "https://page.example", api: "https://api.example" };

const JSON_PUT: Partial<Scene> = {
  method: "PUT",
  requestHeaders: "content-type: application/json\nx-demo: 1",
  body: "{}",
};

function play(scene: Scene): Promise<Prediction> {
  return predict(requestOf(scene, PLACES, "run1"), scene.origin || PLACES.page, PLACES, "chromium");
}

function withPolicy(options: object, request: Partial<Scene> = {}): Scene {
  return { ...EMPTY_SCENE, policy: printOptions({ ...options }), ...request };
}

describe("what would fail next", () => {
  it.each<[string, Scene]>([
    ["denied", withPolicy({ origin: "https://partner.example" }, JSON_PUT)],
    [
      "denied, with credentials",
      withPolicy({ origin: "https://partner.example" }, { ...JSON_PUT, credentials: "include" }),
    ],
    ["null", withPolicy({ origin: PLACES.page }, { ...JSON_PUT, origin: "null" })],
    ["refused", withPolicy({ origin: "https://partner.example", refuseDenied: true }, JSON_PUT)],
  ])("is not read out of a refusal: %s", async (_, scene) => {
    const prediction = await play(scene);
    expect(prediction.error).toBeDefined();
    expect(
      notesOf(prediction, scene.origin || PLACES.page).filter((note) => note.startsWith("Next:")),
    ).toEqual([]);
  });

  it("is told where the response says it", async () => {
    const policy = { origin: PLACES.page, allowMethods: [], allowHeaders: [] };
    const notes = notesOf(await play(withPolicy(policy, JSON_PUT)), PLACES.page);
    expect(notes.some((note) => note.startsWith("Next:"))).toBe(true);
  });
});

it("nothing on the page advises to allow null", async () => {
  const scenes = [
    ...presetsFor(PLACES.page).map(({ scene }) => scene),
    withPolicy({ origin: PLACES.page }, { answer: "elsewhere", credentials: "include" }),
    withPolicy(
      { origin: PLACES.page, credentials: true },
      { origin: "null", credentials: "include" },
    ),
    { ...EMPTY_SCENE, kind: "by-hand", origin: "null", headers: "Access-Control-Allow-Origin: *" },
    { ...EMPTY_SCENE, kind: "by-hand", origin: "null" },
    {
      ...EMPTY_SCENE,
      kind: "by-hand",
      answer: "elsewhere",
      headers: `Access-Control-Allow-Origin: ${PLACES.page}`,
    },
  ] as const;
  for (const scene of scenes) {
    for (const credentials of ["omit", "include"] as const) {
      const prediction = await play({ ...scene, credentials });
      const own = scene.origin || PLACES.page;
      const fix = prediction.error ? adviceOf(prediction.error, own) : "";
      for (const advice of [fix, ...notesOf(prediction, scene.origin || PLACES.page)]) {
        expect(advice).not.toMatch(/\b(?:allow|add|name|set|send)\b[^.]*\bnull\b/iu);
        expect(advice).not.toMatch(/null[^.]*Allow-Credentials: true/iu);
      }
    }
  }
});
