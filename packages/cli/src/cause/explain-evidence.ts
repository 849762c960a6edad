import { curesFor } from "../cures/cures-for.ts";
import type { CureWishes } from "../cures/server-cures.ts";
import { consequencesOf } from "./consequences.ts";
import { describeCause } from "./describe.ts";
import type { Evidence } from "./evidence.ts";
import { findCause, type FoundCause } from "./find-cause.ts";
import type { ExplainVerdict, Explanation } from "./explanation.ts";
import { warningsOf } from "./warnings.ts";

/**
 * Explains what a browser and a few probes saw: why the page does not have its response, what follows
 * from that, and what cures it. Nothing is asked, and nothing is said that was not seen.
 *
 * @example
 * const { verdict, cause, cures } = explainEvidence(evidence);
 *
 * @param evidence the request, the exchanges with their responses, the probes
 * @param wishes a server that the person named, or that it is not theirs
 */
export function explainEvidence(evidence: Evidence, wishes: CureWishes = {}): Explanation {
  const found = findCause(evidence);
  return {
    verdict: verdictOf(found, evidence),
    cause: found ? describeCause(found, evidence) : null,
    consequences: consequencesOf(found, evidence),
    cures: found ? curesFor(found, evidence, wishes) : [],
    warnings: warningsOf(found, evidence),
  };
}

const silence = new Set(["dns", "refused", "reset", "timeout", "tls", "protocol", "network-error"]);
const doubt = new Set(["cache-without-origin", "cookie-not-kept"]);

function verdictOf(found: FoundCause | undefined, { failure }: Evidence): ExplainVerdict {
  if (!found) return "readable";
  if (silence.has(found.code)) return "unreachable";
  const isAsked = found.code === "local-network-access" && found.detail === "prompt";
  return (doubt.has(found.code) || isAsked) && !failure ? "depends" : "blocked";
}
