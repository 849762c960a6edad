import { type HeaderLine, parseByHand, PREFLIGHT_STATUSES } from "./by-hand.ts";
import { parseOptions, type OptionsRecord } from "./options-text.ts";
import { tooMuchToServe } from "./policy.ts";

/** What the demonstration answers, once the gate has let a request through. */
export const ANSWERS = [
  "data",
  "labelled",
  "visits",
  "missing",
  "error",
  "redirect",
  "elsewhere",
] as const;
export type Answer = (typeof ANSWERS)[number];

/** The server a visitor asks for: a policy, or headers by hand. Each request carries it whole. */
export type Server =
  | { readonly kind: "policy"; readonly policy: string }
  | { readonly kind: "by-hand"; readonly headers: string; readonly preflight: number };

/** One request to the demonstration, as its URL says it. */
export interface Call {
  readonly answer: Answer;
  readonly server: Server;
  /** Makes the URL new, so that no earlier preflight is cached for it. */
  readonly run: string;
}

/** A call that was looked at and is within all bounds. */
export interface CheckedCall extends Call {
  readonly gate:
    | { readonly kind: "policy"; readonly options: OptionsRecord; readonly text: string }
    | {
        readonly kind: "by-hand";
        readonly lines: readonly HeaderLine[];
        readonly preflight: number;
      };
}

const PREFIX = "/demo/";
const RUN = /^[\da-z]{1,16}$/u;

/** Where a browser sends a call. */
export function callUrl(origin: string, { answer, server, run }: Call): string {
  const query =
    server.kind === "policy"
      ? { policy: server.policy }
      : { headers: server.headers, preflight: String(server.preflight) };
  return `${origin}${PREFIX}${answer}?${new URLSearchParams({ ...query, run }).toString()}`;
}

/**
 * What a URL asks for, or why it asks for nothing that can be had.
 *
 * @param isOwnTime whether the author of the policy also pays for the time that it takes
 */
export function readCall(url: URL, isOwnTime = false): CheckedCall | { readonly problem: string } {
  const { searchParams } = url;
  const answer = ANSWERS.find((name) => url.pathname === PREFIX + name);
  if (answer === undefined) return { problem: `no such answer; there are ${ANSWERS.join(", ")}` };
  const run = searchParams.get("run") ?? "";
  if (!RUN.test(run)) return { problem: "run: write 1 to 16 letters and digits" };
  const policy = searchParams.get("policy");
  if (policy !== null) return readPolicyCall(policy, answer, run, isOwnTime);
  const headers = searchParams.get("headers") ?? "";
  const preflight = Number(searchParams.get("preflight") ?? 204);
  if (!PREFLIGHT_STATUSES.some((status) => status === preflight)) {
    return { problem: `preflight: write one of ${PREFLIGHT_STATUSES.join(", ")}` };
  }
  const { lines, problem } = parseByHand(headers);
  if (lines === undefined) return { problem: `headers: ${problem}` };
  const server = { kind: "by-hand", headers, preflight } as const;
  return { answer, run, server, gate: { kind: "by-hand", lines, preflight } };
}

function readPolicyCall(
  policy: string,
  answer: Answer,
  run: string,
  isOwnTime: boolean,
): CheckedCall | { readonly problem: string } {
  const { options, problem } = parseOptions(policy);
  if (options === undefined) return { problem: `policy: ${problem}` };
  const tooMuch = isOwnTime ? undefined : tooMuchToServe(options);
  if (tooMuch !== undefined) return { problem: `policy: ${tooMuch}` };
  const server = { kind: "policy", policy } as const;
  return { answer, run, server, gate: { kind: "policy", options, text: policy } };
}
