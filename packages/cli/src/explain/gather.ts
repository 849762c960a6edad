import type { Evidence, NoAnswer } from "../cause/evidence.ts";
import type { Wire } from "../network/wire.ts";
import { WireError } from "../network/wire-error.ts";
import { answerOf } from "./answer.ts";
import type { Played, Scene } from "./play.ts";
import { probe } from "./probes.ts";

/**
 * Gathers what was seen of a request, and asks what no browser asks.
 *
 * @param probing asks it; without it nothing more is asked
 */
export async function gather(
  scene: Scene,
  played: Played,
  wire: Wire,
  probing: Wire | undefined,
): Promise<Evidence> {
  const { exchanges, error } = played;
  const noAnswer = noAnswerOf(played);
  const first = exchanges.find(({ response }) => response)?.response;
  const evidence: Omit<Evidence, "probes"> = {
    asked: scene.asked,
    seen: exchanges.map((exchange) => ({
      exchange,
      answer: exchange.response && answerOf(exchange.request.url, exchange.response, wire),
    })),
    failure: error && {
      code: error.code,
      phase: error.phase,
      failedParameter: error.failedParameter,
      detail: error.detail,
    },
    noAnswer,
    address: first && wire.addressOf(first),
  };
  const isUseful = exchanges.length > 0 && !(noAnswer && exchanges.length === 1);
  return { ...evidence, probes: isUseful && probing ? await probe(scene, evidence, probing) : {} };
}

function noAnswerOf({ error }: Played): NoAnswer | undefined {
  if (error?.code !== "network-error") return undefined;
  const { fault, sentence, message } = WireError.from(error.cause);
  return { fault, sentence, detail: message, url: error.exchange.request.url };
}
