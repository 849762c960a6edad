import { diagnose, type Exchange } from "@crossgate/browser";
import type { Wire } from "../network/wire.ts";
import { networkNotes } from "./network-notes.ts";
import { noteOf } from "./note.ts";
import type { Played, Scene } from "./play.ts";
import { namesWhoeverAsks, probeErrors, probeFrontPage } from "./probes.ts";
import type { Note } from "./report.ts";

/** Headers that no page asks for: infrastructure, security policy, debugging. */
const dull =
  /^(?:access-control-.*|alt-svc|cf-.*|connection|content-encoding|content-security-policy.*|cross-origin-.*|date|keep-alive|nel|permissions-policy|referrer-policy|report-to|server|server-timing|set-cookie2?|strict-transport-security|timing-allow-origin|transfer-encoding|vary|via|x-content-type-options|x-dns-prefetch-control|x-frame-options|x-powered-by|x-xss-protection)$/;

/** What no browser reports, found in the exchanges and, if wanted, with a few requests more. */
export async function silentProblems(
  scene: Scene,
  played: Played,
  wire: Wire,
  isProbing: boolean,
): Promise<readonly Note[]> {
  const seen = [...warnings(played.exchanges), ...unexposed(scene, played)];
  const probed = isProbing ? await probes(scene, played, wire, seen) : seen;
  const first = played.exchanges[0]?.response;
  const address = first && wire.addressOf(first);
  const notes = [...networkNotes(scene.origin, new URL(scene.url), address), ...probed];
  return [...new Map(notes.map((note) => [note.code, note])).values()];
}

function warnings(exchanges: readonly Exchange[]): readonly Note[] {
  return exchanges
    .flatMap((exchange) => diagnose(exchange).warnings)
    .filter(({ code }) => code !== "headers-not-exposed");
}

async function probes(
  scene: Scene,
  played: Played,
  { network }: Wire,
  seen: readonly Note[],
): Promise<readonly Note[]> {
  const { error } = played;
  const isVaryDoubtful = seen.some(({ code }) => code === "vary-missing");
  const isFixed = isVaryDoubtful && !(await namesWhoeverAsks(scene, network));
  const notes = isFixed ? seen.filter(({ code }) => code !== "vary-missing") : seen;
  const last = played.exchanges.at(-1);
  if (!error && last?.state.tainting !== "cors") return notes;
  if (!error) return [...notes, ...(await probeErrors(scene, network))];
  const isBare = error.code === "acao-missing" || error.code === "preflight-status";
  return isBare ? [...notes, ...(await probeFrontPage(scene, played, network))] : notes;
}

/** Names of headers that the script will miss. */
export function hiddenHeaders({ exchanges, response }: Played): readonly string[] {
  const whole = exchanges.at(-1)?.response;
  if (!response || !whole || response.type !== "cors") return [];
  return [...whole.headers.keys()].filter(
    (name) => !response.headers.has(name) && !dull.test(name),
  );
}

function unexposed(scene: Scene, played: Played): readonly Note[] {
  const hidden = hiddenHeaders(played);
  if (hidden.length === 0) return [];
  const host = new URL(scene.url).origin;
  return [noteOf("headers-not-exposed", { host, detail: hidden.join(", ") })];
}
