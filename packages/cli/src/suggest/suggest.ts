import { CorsConfigError, createCors } from "@crossgate/core";
import { originWarnings } from "../lint/origin-warnings.ts";
import { safelistedMethods } from "../safelisted-methods.ts";
import { type LoggedRequest, readLogLine } from "./read-log.ts";
import type {
  LeftOut,
  SeenOrigin,
  SuggestedPolicy,
  SuggestQuestion,
  SuggestReport,
} from "./report.ts";

/**
 * Makes the tightest policy that would have served a log, and says who it leaves out.
 *
 * @example
 * const { policy, denied } = suggest({ log: await readFile("cors.ndjson", "utf8") });
 *
 * @param question the log as text, and how often an origin has to ask
 */
export function suggest({ log, atLeast = 1 }: SuggestQuestion): SuggestReport {
  const lines = log.split(/\r?\n/).filter((line) => line.trim() !== "");
  const requests = lines.flatMap((line) => readLogLine(line) ?? []);
  const seen = countOrigins(requests);
  const denied = seen.flatMap((each) => leftOut(each, atLeast) ?? []);
  const names = new Set(denied.map(({ origin }) => origin));
  const allowed = seen.filter(({ origin }) => !names.has(origin));
  const served = requests.filter(({ origin }) => !names.has(origin));
  const policy = allowed.length === 0 ? null : policyFor(allowed, served);
  return {
    version: 1,
    verdict: policy ? "policy" : "nothing",
    lines: lines.length,
    requests: requests.length,
    policy,
    allowed,
    denied,
    notes: policy ? notesOn(served) : ["No line tells of a page that may be allowed."],
    module: policy && moduleOf(policy),
  };
}

/** Every origin with its share, the one that asks most first. */
function countOrigins(requests: readonly LoggedRequest[]): readonly SeenOrigin[] {
  const counts = new Map<string, number>();
  for (const { origin } of requests) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  return [...counts]
    .map(([origin, count]) => ({ origin, requests: count, share: count / requests.length }))
    .toSorted(
      (one, other) => other.requests - one.requests || one.origin.localeCompare(other.origin),
    );
}

/** Why an origin is not written into a policy. */
function leftOut(seen: SeenOrigin, atLeast: number): LeftOut | undefined {
  const { origin, requests } = seen;
  const because = (code: string, reason: string): LeftOut => ({ ...seen, code, reason });
  if (origin === "null" || origin.startsWith("file:")) {
    return because("null", "Every sandboxed page and every file has it: it names no one.");
  }
  const problem = problemOf(origin);
  if (problem !== undefined) return because("malformed", problem);
  if (requests < atLeast)
    return because("rare", `It asked ${requests} of the ${atLeast} times that are wanted.`);
  const [warning] = originWarnings(origin, "origin");
  return warning && because(warning.code, warning.message);
}

/** What `createCors` says of an origin that no browser sends, or that it refuses. */
function problemOf(origin: string): string | undefined {
  try {
    createCors({ origin });
    return undefined;
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error;
    return error.issues[0]?.message;
  }
}

function policyFor(
  allowed: readonly SeenOrigin[],
  served: readonly LoggedRequest[],
): SuggestedPolicy {
  const methods = new Set(served.flatMap(({ method }) => method ?? []));
  const told = served.flatMap(({ headers }) => headers ?? []);
  const isTold = served.some(({ headers }) => headers !== undefined);
  return {
    origin: allowed.map(({ origin }) => origin),
    allowMethods: [...methods]
      .filter((method) => !safelistedMethods.includes(method) && /^[A-Z]+$/.test(method))
      .toSorted(),
    ...(isTold
      ? { allowHeaders: [...new Set(told)].filter((name) => /^[\w-]+$/.test(name)).toSorted() }
      : {}),
    ...(served.some(({ credentials }) => credentials) ? { credentials: true } : {}),
  };
}

function notesOn(served: readonly LoggedRequest[]): readonly string[] {
  const isTold = served.some(({ headers }) => headers !== undefined);
  return [
    ...(isTold
      ? []
      : [
          "The log does not tell which headers preflights ask for, so allowHeaders is left open. Log Access-Control-Request-Headers, and name them.",
        ]),
    ...(served.some(({ method }) => method !== undefined)
      ? []
      : ["The log does not tell methods. Add those that pages use to allowMethods."]),
    ...(served.some(({ credentials }) => credentials)
      ? []
      : ["Nothing in the log tells of cookies, so credentials are off."]),
    "Look at each origin: a log also holds those who only tried.",
  ];
}

function moduleOf(policy: SuggestedPolicy): string {
  const list = (values: readonly string[]): string =>
    `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  const members = [
    `  origin: [\n${policy.origin.map((origin) => `    ${JSON.stringify(origin)},\n`).join("")}  ],`,
    `  allowMethods: ${list(policy.allowMethods)},`,
    ...(policy.allowHeaders ? [`  allowHeaders: ${list(policy.allowHeaders)},`] : []),
    ...(policy.credentials ? ["  credentials: true,"] : []),
  ];
  return `export default {\n${members.join("\n")}\n};\n`;
}
