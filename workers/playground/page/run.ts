import type { Profile } from "@crossgate/browser";
import type { Places } from "../src/demo/endpoint.ts";
import { parseOptions } from "../src/demo/options-text.ts";
import { tooMuchToServe } from "../src/demo/policy.ts";
import { differences } from "./compare.ts";
import { observe } from "./observe.ts";
import type { Outcome } from "./outcome.ts";
import { type Prediction, predict, profileOf } from "./predict.ts";
import { requestOf } from "./request.ts";
import type { Scene } from "./scene.ts";
import type { ScriptRequest } from "./script-request.ts";

/** What the visitor's own browser did, or why it was not asked. */
export type Observation =
  | { readonly kind: "pending" }
  | { readonly kind: "not-asked"; readonly why: string }
  | {
      readonly kind: "done";
      readonly outcome: Outcome;
      readonly differences: readonly string[];
    };

/** One run of a scene. */
export interface Result {
  readonly request: ScriptRequest;
  readonly prediction: Prediction;
  /** What each browser writes into its console; empty for a readable response. */
  readonly words: readonly (readonly [browser: string, line: string])[];
  readonly observation: Observation;
}

const BROWSERS: readonly (readonly [Profile, string])[] = [
  ["chromium", "Chromium, Chrome, Edge"],
  ["firefox", "Firefox"],
  ["webkit", "Safari, WebKit"],
];

/**
 * Predicts, and then tries. Each step is told as soon as it is known.
 *
 * @param pause milliseconds before the request is sent for real
 * @returns ends the run: nothing is told any more
 */
export function startRun(
  scene: Scene,
  pageOrigin: string,
  places: Places,
  pause: number,
  tell: (result: Result) => void,
): () => void {
  let isOver = false;
  const request = requestOf(scene, places, newRun());
  const run = async (): Promise<void> => {
    const told = await predictAll(request, pageOrigin, places);
    if (isOver) return;
    const why = whyNot(scene, pageOrigin, places);
    if (why !== "") {
      tell({ ...told, observation: { kind: "not-asked", why } });
      return;
    }
    tell({ ...told, observation: { kind: "pending" } });
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (isOver) return;
    const outcome = await observe(request, pageOrigin === "null", places);
    const found = differences(told.prediction.outcome, outcome, sentNames(told.prediction));
    if (!isOver) tell({ ...told, observation: { kind: "done", outcome, differences: found } });
  };
  void run();
  return () => {
    isOver = true;
  };
}

async function predictAll(
  request: ScriptRequest,
  pageOrigin: string,
  places: Places,
): Promise<Omit<Result, "observation">> {
  const own = profileOf(navigator.userAgent);
  const prediction = await predict(request, pageOrigin, places, own);
  const words = await Promise.all(
    BROWSERS.map(async ([profile, name]) => {
      const { error } = await predict(request, pageOrigin, places, profile);
      return [name, error?.message ?? ""] as const;
    }),
  );
  return { request, prediction, words: words.filter(([, line]) => line !== "") };
}

/** Why this browser can't be asked; empty when it can. */
function whyNot(scene: Scene, pageOrigin: string, places: Places): string {
  if (pageOrigin !== places.page && pageOrigin !== "null") {
    return `This page is ${places.page}, and your browser says so in every request. The response for a page on ${pageOrigin} can only be predicted.`;
  }
  const { options } = parseOptions(scene.policy);
  const tooMuch =
    scene.kind === "policy" && options !== undefined ? tooMuchToServe(options) : undefined;
  return tooMuch === undefined ? "" : `Not sent: ${tooMuch}.`;
}

/** The headers that the response to the request itself carries. */
function sentNames({ exchanges }: Prediction): readonly string[] {
  return [...(exchanges.at(-1)?.exchange.response?.headers.keys() ?? [])];
}

function newRun(): string {
  return crypto.randomUUID().slice(0, 8);
}
