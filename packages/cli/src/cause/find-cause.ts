import type { Evidence } from "./evidence.ts";
import { handshakeRefused, notAnswered, serverDid } from "./steps/answered.ts";
import { askedWrongly, notSent, pageWithoutName } from "./steps/asked.ts";
import type { FoundCause } from "./steps/found-cause.ts";
import { mayFailElsewhere, notPermitted } from "./steps/permitted.ts";

export type { FoundCause };

/** One step of the order of thought: a cause, or undefined where this step finds none. */
type Step = (evidence: Evidence) => FoundCause | undefined;

/**
 * Asks: did the browser get a response, did the page ask for what it meant, did the server do it,
 * does the response give permission. The first "no" is the cause.
 */
const steps: readonly Step[] = [
  notSent,
  notAnswered,
  handshakeRefused,
  askedWrongly,
  serverDid,
  pageWithoutName,
  notPermitted,
  mayFailElsewhere,
];

/** The first reason for which the page does not have, or may not always have, what it asked for. */
export function findCause(evidence: Evidence): FoundCause | undefined {
  for (const step of steps) {
    const cause = step(evidence);
    if (cause) return cause;
  }
  return undefined;
}
