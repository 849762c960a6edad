import { type ConfigIssue, CorsConfigError, createCors, type CorsOptions } from "@crossgate/core";
import { computed, effect, type ReadonlySignal, signal, type Signal } from "@preact/signals";
import { parseByHand } from "../src/demo/by-hand.ts";
import type { Places } from "../src/demo/endpoint.ts";
import { type ParsedOptions, parseOptions } from "../src/demo/options-text.ts";
import { FIRST_PRESET, type Preset, presetsFor } from "./presets.ts";
import { requestOf } from "./request.ts";
import { type Result, startRun } from "./run.ts";
import type { Scene } from "./scene.ts";
import { linkOf, sceneOf, titleOf } from "./scene-name.ts";
import { mistakeIn } from "./script-request.ts";

/** All that the page shows follows from the scene; all that a visitor does changes the scene. */
export interface Store {
  readonly places: Places;
  readonly presets: readonly Preset[];
  readonly scene: ReadonlySignal<Scene>;
  readonly parsed: ReadonlySignal<ParsedOptions>;
  /** What `createCors` says about the options. */
  readonly issues: ReadonlySignal<readonly ConfigIssue[]>;
  /** Why nothing can be asked; empty when it can. */
  readonly obstacle: ReadonlySignal<string>;
  readonly pageOrigin: ReadonlySignal<string>;
  readonly result: ReadonlySignal<Result | undefined>;
  readonly change: (changes: Partial<Scene>) => void;
  readonly sendAgain: () => void;
}

/** Milliseconds; long enough for a word to be typed to its end. */
const TYPING = 400;

export function createStore(places: Places): Store {
  const presets = presetsFor(places.page);
  const first = presets.find(({ id }) => id === FIRST_PRESET)?.scene;
  const initial = sceneOf(location.hash, presets, places.page) ?? first;
  if (initial === undefined) throw new RangeError("no preset to start with");
  const scene = signal(initial);
  const runs = signal(0);
  let pause = 0;
  const parsed = computed(() => parseOptions(scene.value.policy));
  const issues = computed(() => issuesOf(parsed.value));
  const pageOrigin = computed(() => originOf(scene.value.origin || places.page));
  const obstacle = computed(() =>
    obstacleOf(scene.value, parsed.value, issues.value, pageOrigin.value, places),
  );
  const result: Signal<Result | undefined> = signal(undefined);
  followAddress(scene, presets, places.page, () => {
    pause = 0;
  });
  effect(() => {
    document.title = titleOf(scene.value, presets, pageOrigin.value);
  });
  effect(() => {
    void runs.value;
    if (obstacle.value !== "") {
      result.value = undefined;
      return undefined;
    }
    const before = result.peek();
    // Until the model has worked out the new scene, the page does not show the observed one.
    if (before !== undefined) result.value = { ...before, observation: { kind: "pending" } };
    return startRun(scene.value, pageOrigin.value, places, pause, (told) => {
      result.value = told;
    });
  });
  return {
    places,
    presets,
    scene,
    parsed,
    issues,
    obstacle,
    pageOrigin,
    result,
    change: (changes) => {
      pause = TYPING;
      scene.value = { ...scene.value, ...changes };
    },
    sendAgain: () => {
      pause = 0;
      runs.value += 1;
    },
  };
}

/** The address says what the scene is, and the scene what the address is. */
function followAddress(
  scene: Signal<Scene>,
  presets: readonly Preset[],
  own: string,
  onFollow: () => void,
): void {
  const initial = scene.peek();
  addEventListener("hashchange", () => {
    onFollow();
    scene.value = sceneOf(location.hash, presets, own) ?? initial;
  });
  effect(() => {
    const fragment = linkOf(scene.value, presets);
    // Replaced, so that "back" leads to the last preset and not through every letter typed.
    if (fragment !== location.hash) history.replaceState(null, "", fragment);
  });
}

/** The very problems that the constructor tells. */
export function issuesOf({ options }: ParsedOptions): readonly ConfigIssue[] {
  if (options === undefined) return [];
  try {
    createCors(options as unknown as CorsOptions);
    return [];
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues;
    throw error;
  }
}

/** The origin of a page, as browsers write it; empty for what is none. */
function originOf(text: string): string {
  if (text === "null") return text;
  if (!URL.canParse(text)) return "";
  const { origin, protocol, host } = new URL(text);
  return origin === "null" && host !== "" ? `${protocol}//${host}` : origin;
}

function obstacleOf(
  scene: Scene,
  parsed: ParsedOptions,
  issues: readonly ConfigIssue[],
  pageOrigin: string,
  places: Places,
): string {
  const mistake = mistakeIn(requestOf(scene, places, "mistake"));
  if (mistake !== undefined) {
    return `Nothing is sent, and this is not CORS: the script's own call throws. ${mistake}`;
  }
  if (pageOrigin === "" || (pageOrigin === "null" && scene.origin !== "null")) {
    return `"${scene.origin}" is no origin; write one like https://app.example`;
  }
  if (scene.kind === "by-hand") {
    const { problem = "" } = parseByHand(scene.headers);
    return problem === "" ? "" : `The headers by hand: ${problem}.`;
  }
  if (parsed.problem !== undefined) return `The options can't be read: ${parsed.problem}.`;
  return issues.length === 0 ? "" : "createCors refuses this policy, so there is no server to ask.";
}
