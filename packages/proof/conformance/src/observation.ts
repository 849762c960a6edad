import type { Reason, Verdict } from "@crossgate/core";
import { MARK } from "./answer.ts";
import type { HeaderPair, Outcome } from "./case.ts";

export type SeenVerdict = readonly [kind: Verdict["kind"], allowed: boolean, reason: Reason];

/** What came out of one step. What a subject can't see is left out and not compared. */
export interface Observation {
  readonly outcome: Outcome | "other-error";
  /** The error, when something else than the handler's own came out. */
  readonly error?: string;
  readonly status?: number;
  readonly statusText?: string;
  /** The application's: not every runtime keeps what an upstream wrote. */
  readonly answeredStatusText?: string;
  readonly headers?: readonly HeaderPair[];
  readonly body?: string;
  /** The application's mark is on the response. */
  readonly marked?: boolean;
  readonly handlerCalls?: number;
  readonly verdict?: SeenVerdict;
  readonly asked?: readonly string[];
  readonly verdicts?: number;
  readonly reported?: number;
  readonly milliseconds?: number;
}

/** Reads everything of a response that an expectation may speak of. */
export async function readResponse(response: Response, streaming: boolean): Promise<Observation> {
  const headers: HeaderPair[] = [];
  // Node, Deno and Bun give each Set-Cookie its own entry; workerd joins them.
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") headers.push([name, value]);
  }
  for (const cookie of response.headers.getSetCookie()) headers.push(["set-cookie", cookie]);
  return {
    outcome: "response",
    status: response.status,
    statusText: response.statusText,
    headers,
    body: streaming ? await firstChunk(response) : await response.text(),
    marked: response.headers.get(MARK[0]) === MARK[1],
  };
}

async function firstChunk(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunk = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(chunk?.value);
}
