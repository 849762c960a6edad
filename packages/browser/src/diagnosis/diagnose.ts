import { corsCheckFailures } from "../cors-check.ts";
import type { Exchange } from "../exchange.ts";
import type { Explained } from "../explained.ts";
import { explainFailure } from "../explain.ts";
import type { Failure } from "../failure.ts";
import { preflightFailures } from "../preflight/check.ts";
import { profiles } from "../profile.ts";
import { actualAsker } from "../request/asker.ts";
import { isRedirect } from "../response/is-redirect.ts";
import type { Warning } from "./warnings-table.ts";
import { warningsFor } from "./warnings.ts";

/** All there is to say about one exchange. */
export interface Diagnosis {
  /** What the browser reports; undefined when the exchange passed. */
  readonly failure: Explained | undefined;
  /** What would have failed next, once the first is mended. */
  readonly further: readonly Explained[];
  /** What no browser reports. */
  readonly warnings: readonly Warning[];
}

/**
 * Explains an exchange: the failure a browser reports, those hidden behind it, and what no browser
 * ever mentions.
 *
 * @example
 * const error = await page.fetch(url).catch((reason) => reason);
 * diagnose(error.exchange).further.map(({ code }) => code); // ["acac-missing"]
 *
 * @param exchange one of `page.exchanges`, or the one a `CorsBlockedError` carries
 */
export function diagnose(exchange: Exchange): Diagnosis {
  const { conclusion } = exchange;
  const reported = conclusion.kind === "blocked" ? conclusion.failure : undefined;
  const further = allFailures(exchange).filter((failure) => !isSame(failure, reported));
  return {
    failure: reported && explainFailure(reported, exchange),
    further: further.map((failure) => explainFailure(failure, exchange)),
    warnings: warningsFor(exchange),
  };
}

function allFailures({ kind, state, response, profile }: Exchange): readonly Failure[] {
  if (!response) return [];
  if (kind === "preflight") return preflightFailures(state, response, profiles[profile]);
  if (state.tainting !== "cors") return [];
  const asker = actualAsker(state, isRedirect(response, profiles[profile]), profiles[profile]);
  return corsCheckFailures(asker, response.headers, "actual");
}

function isSame(failure: Failure, other: Failure | undefined): boolean {
  return failure.code === other?.code && failure.detail === other.detail;
}
