import { excerpt } from "../excerpt.ts";
import type { Wire } from "../network/wire.ts";
import type { Answer } from "../cause/evidence.ts";

const kept = 16_384;

/** A response as an explanation wants it. */
export function answerOf(url: string, response: Response, wire: Wire): Answer {
  const raw = new TextDecoder().decode(wire.bodyOf(response).subarray(0, kept));
  return {
    url,
    status: response.status,
    headers: response.headers,
    lines: wire.linesOf(response),
    text: excerpt(raw, response.headers.get("content-type") ?? ""),
    raw,
  };
}
