import { callUrl } from "../src/demo/call.ts";
import type { Places } from "../src/demo/endpoint.ts";
import { parseOptions } from "../src/demo/options-text.ts";
import { printOptions } from "../src/demo/print-options.ts";
import type { Scene } from "./scene.ts";
import type { ScriptRequest } from "./script-request.ts";

/** The request of a scene. */
export function requestOf(scene: Scene, places: Places, run: string): ScriptRequest {
  const hasBody = scene.method !== "GET" && scene.method !== "HEAD" && scene.body !== "";
  return {
    url: callUrl(places.api, { answer: scene.answer, server: serverOf(scene), run }),
    method: scene.method,
    headers: readLines(scene.requestHeaders),
    body: hasBody ? scene.body : undefined,
    credentials: scene.credentials,
  };
}

/** `name: value` lines; what has no colon is a name without value, for the browser to refuse. */
export function readLines(text: string): ScriptRequest["headers"] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const colon = line.indexOf(":");
      if (colon === -1) return [line.trim(), ""];
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    });
}

function serverOf(scene: Scene): Parameters<typeof callUrl>[1]["server"] {
  if (scene.kind === "by-hand") {
    return { kind: "by-hand", headers: scene.headers, preflight: scene.preflight };
  }
  const { options } = parseOptions(scene.policy);
  return { kind: "policy", policy: options === undefined ? scene.policy : printOptions(options) };
}
