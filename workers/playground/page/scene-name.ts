import { sceneOfCode } from "./pasted/scene-of-code.ts";
import type { Preset } from "./presets.ts";
import { fromFragment, type Scene, toFragment } from "./scene.ts";

const SITE = "Crossgate playground";

/** The preset that a scene is, if it is one. */
export function presetOf(scene: Scene, presets: readonly Preset[]): Preset | undefined {
  const fragment = toFragment(scene);
  return presets.find((preset) => toFragment(preset.scene) === fragment);
}

/** The address of a scene: a preset has a short one. */
export function linkOf(scene: Scene, presets: readonly Preset[]): string {
  const preset = presetOf(scene, presets);
  return preset ? `#${preset.id}` : toFragment(scene);
}

/**
 * The scene of an address: of a preset, of an error by its code, or said in full; undefined for none.
 *
 * @param own the page's own origin
 */
export function sceneOf(
  fragment: string,
  presets: readonly Preset[],
  own: string,
): Scene | undefined {
  const named = presets.find(({ id }) => fragment === `#${id}`);
  return named?.scene ?? sceneOfCode(fragment.slice(1), own) ?? fromFragment(fragment);
}

/** What a tab or a bookmark is called that shows a scene. */
export function titleOf(scene: Scene, presets: readonly Preset[], pageOrigin: string): string {
  const preset = presetOf(scene, presets);
  if (preset) return `${presets.indexOf(preset) + 1}. ${preset.name} · ${SITE}`;
  return `${scene.method} from ${pageOrigin || "no origin"} · ${SITE}`;
}
