import { corsCodes, diagnose, type Explained } from "@crossgate/browser";
import { defaultLimits } from "../network/limits.ts";
import { createWire, type Wire } from "../network/wire.ts";
import { WireError } from "../network/wire-error.ts";
import { droppedHeaders } from "./dropped-headers.ts";
import { type Played, play, type Scene } from "./play.ts";
import { probeBehindPreflight } from "./probes.ts";
import { remedyFor } from "./remedy.ts";
import type { ExplainReport, Failed, Finding, Question, Unreachable } from "./report.ts";
import { readScene } from "./scene.ts";
import { recognise } from "./server-kind.ts";
import { hiddenHeaders, silentProblems } from "./silent.ts";
import { stepOf } from "./steps.ts";
import { wantedPolicy } from "./wanted-policy.ts";

/**
 * Plays a page's request against a real server and tells what the browser does with it.
 *
 * @example
 * const { verdict, failure } = await explain({ url: "https://api.example.com/", origin: "https://myapp.com" });
 *
 * @param question the request, as a script would write it
 * @throws UsageError for what a page could not even ask
 */
export async function explain(question: Question): Promise<ExplainReport> {
  const scene = readScene(question);
  const wire = createWire({ ...defaultLimits, timeout: question.timeout ?? defaultLimits.timeout });
  const played = await play(scene, wire.network);
  const unreachable = unreachableOf(played);
  const isProbing = (question.probes ?? true) && unreachable === null;
  const silent = unreachable ? [] : await silentProblems(scene, played, wire, isProbing);
  const isMixed = silent.some(({ code }) => code === "mixed-content");
  const verdict = played.error || isMixed ? "blocked" : "readable";
  return {
    version: 1,
    verdict: unreachable ? "unreachable" : verdict,
    url: scene.url,
    origin: scene.origin,
    profile: scene.profile,
    script: scriptOf(scene, question, played),
    steps: played.exchanges.map((exchange) => stepOf(exchange, wire)),
    failure: unreachable ? null : failureOf(played),
    further: await furtherOf(scene, played, wire, isProbing),
    silent,
    ...mendingOf(scene, played),
    unreachable,
  };
}

function scriptOf(
  scene: Scene,
  { headers = [], body }: Question,
  { exchanges, error }: Played,
): ExplainReport["script"] {
  // What the browser refuses to send is not among the exchanges.
  const first = exchanges[0] ?? error?.exchange;
  return {
    method: scene.init.method ?? "GET",
    headers,
    credentials: scene.init.credentials ?? "same-origin",
    body: body !== undefined,
    dropped: first ? droppedHeaders(headers, first) : [],
  };
}

function unreachableOf({ error }: Played): Unreachable | null {
  if (error?.code !== "network-error") return null;
  const { fault, sentence, message } = WireError.from(error.cause);
  return { fault, sentence, detail: message };
}

function failureOf({ error }: Played): Failed | null {
  if (!error) return null;
  const { code, phase, chromium, explanation, fix, message, failedParameter } = error;
  const { firefox } = corsCodes[code];
  return { code, phase, chromium, firefox, explanation, fix, message, failedParameter };
}

/** What hides behind the failure: in the same answer, and in the one that was never asked for. */
async function furtherOf(
  scene: Scene,
  { error }: Played,
  wire: Wire,
  isProbing: boolean,
): Promise<readonly Finding[]> {
  if (!error) return [];
  const { further } = diagnose(error.exchange);
  const behind =
    isProbing && error.phase === "preflight" ? await probeBehindPreflight(scene, wire.network) : [];
  return [...further, ...behind].map(findingOf);
}

function findingOf({ code, phase, chromium, explanation, fix }: Explained): Finding {
  return { code, phase, chromium, firefox: corsCodes[code].firefox, explanation, fix };
}

function mendingOf(scene: Scene, played: Played): Pick<ExplainReport, "server" | "remedy"> {
  const { exchanges, error } = played;
  const server = recognise(exchanges.flatMap(({ response }) => response ?? []));
  if (!error) return { server, remedy: null };
  const policy = wantedPolicy(exchanges, scene.origin, hiddenHeaders(played));
  return { server, remedy: remedyFor(error.code, server, policy) ?? null };
}
