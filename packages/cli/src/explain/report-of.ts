import { corsCodes } from "@crossgate/browser";
import type { Evidence } from "../cause/evidence.ts";
import { explainEvidence } from "../cause/explain-evidence.ts";
import { recognise } from "../cures/recognise.ts";
import type { Wire } from "../network/wire.ts";
import { droppedHeaders } from "./dropped-headers.ts";
import type { Played, Scene } from "./play.ts";
import type { ExplainReport, Failed, Question } from "./report.ts";
import { stepOf } from "./steps.ts";

/** The parts of a report that tell what happened; the others come from question and evidence. */
type Happened = Pick<ExplainReport, "script" | "steps" | "failure" | "servers">;

/** Reports what evidence shows, and what has happened. */
export function reportOf(
  question: Question,
  { asked }: Scene,
  evidence: Evidence,
  happened: Happened,
): ExplainReport {
  return {
    version: 2,
    ...explainEvidence(evidence, { server: question.server, notMine: question.notMine }),
    url: asked.url,
    origin: asked.origin,
    profile: asked.profile,
    as: asked.as,
    script: happened.script,
    given: { kind: question.given ?? null, notes: question.notes ?? [] },
    steps: happened.steps,
    failure: happened.failure,
    servers: happened.servers,
    unreachable: evidence.noAnswer ?? null,
  };
}

/** Tells what has happened to a request that was played over a wire. */
export function happenedOf(
  question: Question,
  scene: Scene,
  played: Played,
  evidence: Evidence,
  wire: Wire,
): Happened {
  return {
    script: scriptOf(question, scene, played),
    steps: played.exchanges.map((exchange) => stepOf(exchange, wire)),
    failure: evidence.noAnswer ? null : failureOf(played),
    servers: recognise(evidence).map(({ product: { name, title }, by }) => ({
      product: name,
      title,
      by,
    })),
  };
}

function scriptOf(
  question: Question,
  { asked, body }: Scene,
  { exchanges, error }: Played,
): ExplainReport["script"] {
  // The page's own name was read out of it, and is no header of the script.
  const headers = (question.headers ?? []).filter(([name]) => name.toLowerCase() !== "origin");
  // What the browser refuses to send is not among the exchanges.
  const first = exchanges[0] ?? error?.exchange;
  return {
    method: asked.method,
    headers,
    credentials: asked.credentials,
    mode: asked.mode,
    body: body !== undefined,
    dropped: first ? droppedHeaders(headers, first) : [],
  };
}

function failureOf({ error }: Played): Failed | null {
  if (!error) return null;
  const { code, phase, chromium, message, failedParameter } = error;
  return { code, phase, chromium, firefox: corsCodes[code].firefox, message, failedParameter };
}
