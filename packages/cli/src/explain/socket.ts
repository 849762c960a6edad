import { excerpt } from "../excerpt.ts";
import type { Answer, Evidence } from "../cause/evidence.ts";
import { isMixedContent, isUnsafePort } from "../cause/network-policy.ts";
import { defaultLimits } from "../network/limits.ts";
import { shakeHands } from "../network/web-socket.ts";
import { WireError } from "../network/wire-error.ts";
import type { ExplainReport, Question } from "./report.ts";
import type { Scene } from "./play.ts";
import { reportOf } from "./report-of.ts";

/** Explains a WebSocket: its handshake is all that there is to see. */
export async function explainSocket(question: Question, scene: Scene): Promise<ExplainReport> {
  const { asked } = scene;
  const url = new URL(asked.url);
  const isRefused = isUnsafePort(url) || isMixedContent(asked, url);
  const tried = isRefused ? {} : await tryHands(question, url, asked.origin);
  return explainHandshake(question, scene, tried);
}

/** The same for a handshake that was seen already. */
export function explainHandshake(
  question: Question,
  scene: Scene,
  tried: Partial<Evidence>,
): ExplainReport {
  const { asked } = scene;
  const evidence: Evidence = {
    asked,
    seen: [],
    failure: undefined,
    noAnswer: undefined,
    probes: {},
    ...tried,
  };
  return reportOf(question, scene, evidence, {
    script: {
      method: "GET",
      headers: [],
      credentials: "include",
      mode: asked.mode,
      body: false,
      dropped: [],
    },
    steps: evidence.handshake ? [stepOf(evidence.handshake, asked.origin)] : [],
    failure: null,
    servers: [],
  });
}

async function tryHands(
  { connection = {}, cookie, timeout, userAgent, profile = "chromium" }: Question,
  url: URL,
  origin: string,
): Promise<Partial<Evidence>> {
  try {
    const limits = { ...defaultLimits, timeout: timeout ?? defaultLimits.timeout };
    const sender = { profile, userAgent, cookie };
    const { status, lines, body } = await shakeHands(url, origin, { connection, limits, sender });
    const headers = new Headers();
    for (const [name, value] of lines) headers.append(name, value);
    const raw = new TextDecoder().decode(body);
    const text = excerpt(raw, headers.get("content-type") ?? "");
    return { handshake: { url: url.href, status, headers, lines, raw, text } };
  } catch (error) {
    const { fault, sentence, message } = WireError.from(error);
    return { noAnswer: { fault, sentence, detail: message, url: url.href } };
  }
}

function stepOf({ url, status, lines }: Answer, origin: string): ExplainReport["steps"][number] {
  return {
    kind: "actual",
    because: ["a WebSocket asks no permission: the server looks at Origin, or at nothing"],
    request: {
      method: "GET",
      url,
      headers: [
        ["origin", origin],
        ["upgrade", "websocket"],
      ],
      credentials: true,
    },
    response: {
      status,
      statusText: "",
      headers: lines.map(([name, value]) => ({ name, value, mark: "none", remark: "" })),
      missing: [],
    },
    conclusion: status === 101 ? "allowed" : "blocked",
    location: null,
  };
}
