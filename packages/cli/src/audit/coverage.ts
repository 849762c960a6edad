import { maskSecrets } from "../explain/secrets.ts";
import type { WireError } from "../network/wire-error.ts";
import type { Answer, Probe } from "./probe.ts";
import type { Untested } from "./report.ts";

/** What became of a probe: a response, or why there is none. */
export interface Outcome {
  readonly probe: Probe;
  readonly answer: Answer | undefined;
  readonly fault: WireError | undefined;
}

/** What stood between the audit and the rest of its plan. */
export type Halt = "bound" | "time" | "silence";

const halts: Readonly<Record<Halt, string>> = {
  bound: "not sent: the audit had made all the requests it may (--max-requests)",
  time: "not sent: three minutes were over (--rate makes it faster)",
  silence: "not sent: the server had stopped answering, or answered that it is asked too often",
};

/**
 * Statuses that the endpoint's own handler would not give to a page that may read it. They come
 * from a login, a router, a limit or a failure, which may know another policy or none.
 */
const strange = new Set([401, 403, 404, 405, 407, 410, 429, 501]);

/** Whether a response is one that a page could have, so that its headers tell of the policy. */
export function isTelling({ status }: Answer): boolean {
  if (status >= 300 && status < 400) return status === 304;
  return status < 500 && !strange.has(status);
}

/** Whether nothing came back, or only that the server is asked too often: worth a second attempt. */
export function isMissed({ answer }: Outcome): boolean {
  return answer === undefined || answer.status === 429 || answer.status === 503;
}

/** Everything that was planned and that no response decides. */
export function untestedOf(
  outcomes: readonly Outcome[],
  left: readonly Probe[],
  halt: Halt,
): readonly Untested[] {
  return [
    ...untellingEndpoint(outcomes),
    ...grouped([
      ...outcomes
        .filter(isMissed)
        .map((outcome) => ({ probe: outcome.probe, why: whyMissed(outcome) })),
      ...left.map((probe) => ({ probe, why: halts[halt] })),
    ]),
  ];
}

function whyMissed({ answer, fault }: Outcome): string {
  return answer
    ? `answered ${answer.status}, twice: the server is asked too often, or is not ready`
    : `no response, twice: ${fault?.sentence ?? ""}`;
}

/** One line for the endpoint as a whole, where none of its responses tells of a policy. */
function untellingEndpoint(outcomes: readonly Outcome[]): readonly Untested[] {
  const own = outcomes.flatMap(({ answer }) => (answer && isOfEndpoint(answer) ? [answer] : []));
  if (own.length === 0 || own.some(isTelling)) return [];
  const statuses = [...new Set(own.map(({ status }) => status))].join(", ");
  const [first] = own;
  const target = first?.location ? `; it leads to ${maskSecrets(first.location)}` : "";
  const why = `the endpoint answered nothing but ${statuses}${target}, so its own policy was never seen${cureFor(first)}`;
  return [{ what: "everything", why }];
}

/** How to get at the endpoint, where its status tells. */
function cureFor(answer: Answer | undefined): string {
  const { status = 0 } = answer ?? {};
  if (status === 401 || status === 403) return ". Sign in: -H with a cookie or token, or --har";
  if (status >= 300 && status < 400) return ". Sign in, or audit the address that it leads to";
  if (status === 405) return ". Name an address that answers GET";
  return status === 404 || status === 410 ? ". Name an address that exists" : "";
}

/** Whether the endpoint itself was asked: not a missing neighbour, nor what answers OPTIONS. */
function isOfEndpoint({ probe }: Answer): boolean {
  return probe.kind !== "error" && probe.kind !== "preflight";
}

function nameOf({ kind, payload, origin }: Probe): string {
  if (payload) return `${payload.class} (${payload.origin})`;
  const names = {
    payload: "a stranger",
    none: "a request without Origin",
    allowed: `the allowed origin ${origin}`,
    error: `an address that does not exist, for ${origin}`,
    preflight: "a preflight",
  };
  return names[kind];
}

/** Probes that share a reason are one line where they are many, so that a report stays readable. */
function grouped(
  missing: readonly { readonly probe: Probe; readonly why: string }[],
): readonly Untested[] {
  const reasons = [...new Set(missing.map(({ why }) => why))];
  return reasons.flatMap((why): readonly Untested[] => {
    const probes = missing.filter((each) => each.why === why).map(({ probe }) => probe);
    if (probes.length < 4) return probes.map((probe) => ({ what: nameOf(probe), why }));
    const kinds = probes.map(({ payload, kind }) => payload?.class ?? kind);
    const counted = [...new Set(kinds)].map((kind) => {
      return `${kind} (${kinds.filter((each) => each === kind).length})`;
    });
    return [{ what: counted.join(", "), why }];
  });
}
