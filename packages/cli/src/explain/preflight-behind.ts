import type { Played, Scene } from "./play.ts";
import type { Question } from "./report.ts";

/**
 * The scene of a console line that tells a status which a GET does not have. Firefox and Safari
 * write the same words about a preflight's response, and name no method. A JSON content type stands
 * for what made the browser ask first.
 *
 * @returns undefined where the line is of what was played, or tells more
 */
export function preflightBehind(
  scene: Scene,
  { given, method, status }: Question,
  { exchanges }: Played,
): Scene | undefined {
  const { asked } = scene;
  const last = exchanges.at(-1)?.response?.status;
  const isOpen = given === "console" && method === undefined && asked.headers.length === 0;
  if (!isOpen || status === undefined || last === undefined || last === status) return undefined;
  if (asked.mode !== "cors") return undefined;
  return {
    ...scene,
    asked: { ...asked, as: "fetch", headers: [["content-type", "application/json"]] },
  };
}
