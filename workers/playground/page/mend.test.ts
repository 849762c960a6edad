import type { Profile } from "@crossgate/browser";
import { describe, expect, it } from "vitest";
import { printOptions } from "../src/demo/print-options.ts";
import { mendOf } from "./mend.ts";
import { predict, type Prediction } from "./predict.ts";
import { presetsFor } from "./presets.ts";
import { requestOf } from "./request.ts";
import { EMPTY_SCENE, type Scene } from "./scene.ts";

const PLACES = { page: "https://page.example", api: "https://api.example" };
const PRESETS = presetsFor(PLACES.page);
const PROFILES: readonly Profile[] = ["spec", "chromium", "firefox", "webkit"];

function play(scene: Scene, profile: Profile = "spec"): Promise<Prediction> {
  const origin = scene.origin || PLACES.page;
  return predict(requestOf(scene, PLACES, "run1"), origin, PLACES, profile);
}

/** What the mends make of a scene, and what they were called. */
async function mended(scene: Scene): Promise<readonly [Scene, readonly string[]]> {
  const labels: string[] = [];
  let current = scene;
  for (;;) {
    const mend = mendOf(current, current.origin || PLACES.page, await play(current));
    if (mend === undefined || labels.length > 8) return [current, labels];
    labels.push(mend.label);
    current = mend.scene;
  }
}

function withPolicy(options: object, request: Partial<Scene> = {}): Scene {
  return { ...EMPTY_SCENE, policy: printOptions({ ...options }), ...request };
}

const OWN = { origin: PLACES.page };
const STEPS: readonly (readonly [label: string, scene: Scene])[] = [
  ["Set credentials to true", withPolicy(OWN, { credentials: "include" })],
  [
    `Name ${PLACES.page}, and allow credentials`,
    withPolicy({ origin: "*" }, { credentials: "include" }),
  ],
  ["Write PATCH", withPolicy(OWN, { method: "patch" })],
  ["Write PATCH", withPolicy({ ...OWN, allowMethods: "*" }, { method: "patch" })],
  ["Add DELETE to allowMethods", withPolicy({ ...OWN, allowMethods: [] }, { method: "DELETE" })],
  [
    "Add x-demo to allowHeaders",
    withPolicy({ ...OWN, allowHeaders: [] }, { requestHeaders: "X-Demo: 1" }),
  ],
  ["Let Crossgate keep this gate", { ...EMPTY_SCENE, kind: "by-hand" }],
  ['Open it to everyone: origin "*"', withPolicy(OWN, { origin: "null" })],
  ["Ask the final URL directly", withPolicy(OWN, { answer: "elsewhere" })],
  ["Expose x-request-id", withPolicy(OWN, { answer: "labelled" })],
];

describe("the presets", () => {
  it.each(PROFILES)("come out as they say, by the rules of %s", async (profile) => {
    const outcomes = await Promise.all(
      PRESETS.map(async ({ scene }) => (await play(scene, profile)).outcome.kind),
    );
    expect(outcomes).toEqual(PRESETS.map(({ outcome }) => outcome));
  });
});

describe("the mends", () => {
  it.each(PRESETS)("make $id readable, and then nothing is left to mend", async ({ scene }) => {
    const [result] = await mended(scene);
    const { outcome } = await play(result);
    expect(outcome).toMatchObject({ kind: "readable", status: 200 });
  });

  it.each(STEPS)("%s", async (label, scene) => {
    const [result, labels] = await mended(scene);
    expect(labels).toContain(label);
    expect((await play(result)).outcome.kind).toBe("readable");
  });

  it("offers nothing where only a person can decide", async () => {
    const scene = withPolicy(OWN, { origin: "null", credentials: "include" });
    expect(mendOf(scene, "null", await play(scene))).toBeUndefined();
  });
});
