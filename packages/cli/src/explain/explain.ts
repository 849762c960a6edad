import { isMixedContent, isTooLargeToOutlive, isUnsafePort } from "../cause/network-policy.ts";
import { briefLimits, defaultLimits, type Limits } from "../network/limits.ts";
import { createWire, type Wire } from "../network/wire.ts";
import { WireError } from "../network/wire-error.ts";
import { type Played, play, type Scene } from "./play.ts";
import { preflightBehind } from "./preflight-behind.ts";
import type { ExplainReport, Question } from "./report.ts";
import { assertAskable, readScene } from "./scene.ts";
import { maskSecrets } from "./secrets.ts";
import { explainSocket } from "./socket.ts";
import { gather } from "./gather.ts";
import { happenedOf, reportOf } from "./report-of.ts";

/**
 * Plays a page's request against a real server and tells what the browser does with it.
 *
 * @example
 * const { verdict, cause } = await explain({ url: "https://api.example.com/", origin: "https://myapp.com" });
 *
 * @param question the request, as a script would write it
 * @throws UsageError for what a page could not even ask
 */
export async function explain(question: Question): Promise<ExplainReport> {
  const scene = readScene(question);
  assertAskable(scene);
  if (isSocket(scene)) {
    const report = await explainSocket(question, scene);
    return question.showSecrets ? report : maskSecrets(report);
  }
  const isProbing = question.probes ?? true;
  const probing = isProbing ? wireOf(question, scene, briefLimits) : undefined;
  return explainOver(question, scene, wireOf(question, scene, defaultLimits), probing);
}

function isSocket({ asked }: Scene): boolean {
  return asked.as === "websocket" && /^wss?:/.test(asked.url);
}

/**
 * The same over a wire of another kind: a recording has one.
 *
 * @param probing asks what no browser asks; without it nothing more is asked
 */
export async function explainOver(
  question: Question,
  scene: Scene,
  wire: Wire,
  probing: Wire | undefined,
): Promise<ExplainReport> {
  const first = await playSafely(question, scene, wire);
  const behind = preflightBehind(scene, question, first);
  const second = behind && (await playSafely(question, behind, wire));
  if (behind && second && second.exchanges.at(-1)?.response?.status === question.status) {
    const told = { ...question, notes: [...(question.notes ?? []), ofPreflight] };
    return reportOver(told, behind, second, { wire, probing });
  }
  return reportOver(question, scene, first, { wire, probing });
}

const ofPreflight =
  "A GET has another status than the line tells, and a preflight has that one. A JSON content type stands for the request behind it: name the method with -X and the headers with -H.";

async function reportOver(
  question: Question,
  scene: Scene,
  played: Played,
  { wire, probing }: { readonly wire: Wire; readonly probing: Wire | undefined },
): Promise<ExplainReport> {
  const evidence = await gather(scene, played, wire, probing);
  const happened = happenedOf(question, scene, played, evidence, wire);
  const report = reportOf(question, scene, evidence, happened);
  return question.showSecrets ? report : maskSecrets(report);
}

function wireOf(question: Question, { asked }: Scene, limits: Limits): Wire {
  const { connection = {}, timeout, userAgent, referer, cookie } = question;
  return createWire({
    limits: { ...limits, timeout: timeout ?? connection.timeout ?? limits.timeout },
    sender: {
      profile: asked.profile,
      userAgent,
      referer,
      cookie: asked.credentials === "include" ? cookie : undefined,
    },
    connection,
  });
}

const nothing: Played = { exchanges: [], error: undefined };

/** What the browser refuses to send is not sent here either. */
async function playSafely(question: Question, scene: Scene, wire: Wire): Promise<Played> {
  const { asked } = scene;
  const url = new URL(asked.url);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  const isRefused =
    asked.isSchemeless === true ||
    isTooLargeToOutlive(asked) ||
    isUnsafePort(url) ||
    (isMixedContent(asked, url) && asked.as !== "image");
  if (isRefused || !isWeb) return isWeb ? nothing : play(scene, refuseAll);
  const isSafe = asked.method === "GET" || asked.method === "HEAD";
  if (isSafe || (question.sendUnsafe ?? true)) return play(scene, wire.network);
  return play(scene, (request) => {
    const isPreflight = request.headers.has("access-control-request-method");
    return wire.network(
      isPreflight ? request : new Request(request.url, { headers: request.headers }),
    );
  });
}

function refuseAll(): never {
  throw new WireError("unreachable", "nothing was sent");
}
