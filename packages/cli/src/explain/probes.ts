import { randomBytes } from "node:crypto";
import { diagnose, type Explained, type Network } from "@crossgate/browser";
import { noteOf } from "./note.ts";
import { type Played, play, type Scene } from "./play.ts";
import type { Note } from "./report.ts";

const allowOrigin = "access-control-allow-origin";

/** GET as the page would, without anything that needs a preflight. */
function simple(scene: Scene, url: string): Scene {
  const { credentials } = scene.init;
  return { ...scene, url, init: credentials === undefined ? {} : { credentials } };
}

/** Whether errors lack the CORS headers that other answers have: an address that cannot exist. */
export async function probeErrors(scene: Scene, network: Network): Promise<readonly Note[]> {
  const missing = new URL(`./crossgate-probe-${randomBytes(4).toString("hex")}`, scene.url).href;
  const { exchanges, error } = await play(simple(scene, missing), network);
  const last = exchanges.at(-1);
  const status = last?.response?.status ?? 0;
  if (!error?.code.startsWith("acao-") || status < 400 || exchanges.length > 1) return [];
  return [noteOf("acao-missing-on-error", { host: hostOf(scene), detail: String(status) })];
}

/** Whether an error without CORS headers is the exception on this server: ask for its front page. */
export async function probeFrontPage(
  scene: Scene,
  { exchanges }: Played,
  network: Network,
): Promise<readonly Note[]> {
  const status = exchanges.at(-1)?.response?.status ?? 0;
  if (status < 400) return [];
  const front = await play(simple(scene, new URL("/", scene.url).href), network);
  const allows = front.exchanges.some(({ response }) => response?.headers.has(allowOrigin));
  if (!allows) return [];
  return [noteOf("acao-missing-on-error", { host: hostOf(scene), detail: String(status) })];
}

/** Whether the origin an answer names is the one that asked, or always the same. */
export async function namesWhoeverAsks(scene: Scene, network: Network): Promise<boolean> {
  const stranger = { ...simple(scene, scene.url), origin: "https://crossgate.invalid" };
  const { exchanges } = await play(stranger, network);
  return exchanges[0]?.response?.headers.get(allowOrigin) !== scene.origin;
}

/**
 * What the answer itself would fail with, had the preflight passed. GET and HEAD only: they change
 * nothing, other methods a browser would not have sent.
 */
export async function probeBehindPreflight(
  scene: Scene,
  network: Network,
): Promise<readonly Explained[]> {
  const method = scene.init.method?.toUpperCase() ?? "GET";
  if (method !== "GET" && method !== "HEAD") return [];
  const { exchanges } = await play(scene, (request) =>
    request.headers.has("access-control-request-method") ? permission(request) : network(request),
  );
  const actual = exchanges.find(({ kind }) => kind === "actual");
  const { failure, further } = actual ? diagnose(actual) : { failure: undefined, further: [] };
  return failure && failure.code !== "network-error" ? [failure, ...further] : [];
}

function permission({ headers }: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      [allowOrigin]: headers.get("origin") ?? "*",
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": headers.get("access-control-request-method") ?? "",
      "access-control-allow-headers": headers.get("access-control-request-headers") ?? "",
    },
  });
}

function hostOf({ url }: Scene): string {
  return new URL(url).origin;
}
