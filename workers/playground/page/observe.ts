import type { Places } from "../src/demo/endpoint.ts";
import { askFrame } from "./frame-client.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { initOf, type ScriptRequest } from "./script-request.ts";

const PATIENCE = 15_000;

/** Does a request for real, as this page or as one with an opaque origin. */
export async function observe(
  request: ScriptRequest,
  isOpaque: boolean,
  places: Places,
): Promise<Outcome> {
  const outcome = isOpaque
    ? await askFrame(request, PATIENCE)
    : await outcomeOf(() => fetch(request.url, timed(initOf(request))));
  if (outcome.kind !== "blocked" || (await isAlive(places.api))) return outcome;
  return { kind: "unreachable", error: outcome.error };
}

function timed(init: RequestInit): RequestInit {
  return { ...init, signal: AbortSignal.timeout(PATIENCE) };
}

/** A blocked request and a server that is not there look the same; this needs no permission. */
async function isAlive(api: string): Promise<boolean> {
  try {
    await fetch(`${api}/alive`, timed({ mode: "no-cors", cache: "no-store" }));
    return true;
  } catch {
    return false;
  }
}
