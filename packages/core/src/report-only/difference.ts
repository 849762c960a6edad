import { type Gate, isCors } from "../cors.ts";
import { ALLOW_CREDENTIALS, EXPOSE_HEADERS } from "../fetch/cors-header.ts";
import { parseList } from "../fetch/list.ts";
import type { NormalizedCorsOptions } from "../options.ts";
import type { Reason, Verdict } from "../verdict/verdict.ts";

/**
 * What a page would have got instead.
 *
 * - `access`: one policy lets the page have what it asked for, and the other does not
 * - `credentials`: both do, and only one with cookies
 * - `exposed-headers`: both do, and other response headers can be read
 */
export type Change = "access" | "credentials" | "exposed-headers";

/** Compares what two policies said about one request. */
export type Compare = (live: Verdict, candidate: Verdict) => Change | undefined;

/** Not `no-origin`: no page asked, so none gets anything. */
const ALLOWED: ReadonlySet<Reason> = new Set([
  "same-origin",
  "origin-allowed",
  "preflight-allowed",
]);

/**
 * Compiles the comparison of two policies. The parts that do not depend on the request are compared
 * once.
 */
export function compileCompare(live: Gate<never>, candidate: Gate<never>): Compare {
  const [liveGrant, candidateGrant] = [live, candidate].map((gate) =>
    isCors(gate) ? grantOf(gate.options) : undefined,
  );
  return (live, candidate) => {
    // Each is worked out when it is read, so it is read once.
    const [one, other] = [live.reason, candidate.reason];
    const isAllowed = ALLOWED.has(one);
    if (isAllowed !== ALLOWED.has(other)) return "access";
    // A page of the server's own origin gets all of it without permission.
    if (!isAllowed || one === "same-origin" || other === "same-origin") return undefined;
    return liveGrant && candidateGrant
      ? grantChange(live, liveGrant, candidateGrant)
      : grantChange(live, grantFrom(live), grantFrom(candidate));
  };
}

/** Whether two policies give the same to a page whose origin both allow. */
export function isSameGrant(
  live: NormalizedCorsOptions<never>,
  candidate: NormalizedCorsOptions<never>,
): boolean {
  const [one, other] = [grantOf(live), grantOf(candidate)];
  return one.credentials === other.credentials && one.exposed === other.exposed;
}

interface Grant {
  readonly credentials: boolean;
  /** In one spelling and order. */
  readonly exposed: string;
}

function grantOf({ credentials, exposeHeaders }: NormalizedCorsOptions<never>): Grant {
  return { credentials, exposed: spelled([exposeHeaders].flat()) };
}

/** Of gates that are not one policy, by what they write. */
function grantFrom(verdict: Verdict): Grant {
  const { headers } = verdict.apply(new Response());
  return {
    credentials: headers.has(ALLOW_CREDENTIALS),
    exposed: spelled(parseList(headers.get(EXPOSE_HEADERS) ?? "")),
  };
}

function grantChange({ kind }: Verdict, live: Grant, candidate: Grant): Change | undefined {
  if (live.credentials !== candidate.credentials) return "credentials";
  // A preflight tells only what may be sent.
  if (kind === "preflight" || live.exposed === candidate.exposed) return undefined;
  return "exposed-headers";
}

function spelled(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.toLowerCase()))].toSorted().join();
}
