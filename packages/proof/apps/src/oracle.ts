import type { Answer } from "./exchange.ts";
import { EVIL, type PolicyName } from "./policies.ts";
import type { Asked } from "./request.ts";

// The contract again, in the fewest words and without a line of core. It tells the response of a
// server behind a gate from that of the same app without one.

const OWNED = [
  "access-control-allow-origin",
  "access-control-allow-credentials",
  "access-control-allow-methods",
  "access-control-allow-headers",
  "access-control-max-age",
  "access-control-expose-headers",
];

/** How an answer without a gate came to be. */
export type Source =
  /** The app made a response. */
  | "app"
  /** The app threw a response, which R8 makes the answer. */
  | "thrown"
  /** The app threw, or made no response, and the host made one after the gate. */
  | "host";

export function expected(
  plain: Answer,
  source: Source,
  asked: Asked,
  policy: PolicyName,
): Answer | "refusal" {
  const { origin } = asked.headers;
  const isDenied = origin === EVIL;
  if (asked.headers["access-control-request-method"] !== undefined) {
    return isDenied ? "refusal" : preflight(origin ?? "", policy);
  }
  if (isDenied && policy === "refusing") return "refusal";
  if (source === "host") return plain;
  if (source === "thrown") return { ...THROWN, headers: actual(THROWN.headers, origin, policy) };
  return { ...plain, headers: actual(plain.headers, origin, policy) };
}

/** What the routes throw as a response. */
const THROWN: Answer = {
  status: 418,
  headers: { "x-thrown": ["yes"], "content-type": ["text/plain;charset=UTF-8"] },
  body: "thrown",
};

function preflight(origin: string, policy: PolicyName): Answer {
  const headers: Record<string, string[]> = {
    "access-control-allow-origin": [origin],
    "access-control-allow-methods": ["GET,POST"],
    "access-control-allow-headers": ["content-type"],
    "access-control-max-age": ["60"],
    vary: ["origin"],
  };
  if (policy === "list") headers["access-control-allow-credentials"] = ["true"];
  return { status: 204, headers, body: "" };
}

function actual(
  own: Answer["headers"],
  origin: string | undefined,
  policy: PolicyName,
): Answer["headers"] {
  const headers = Object.fromEntries(Object.entries(own).filter(([name]) => !OWNED.includes(name)));
  const isStatic = policy === "static";
  const isAllowed =
    origin !== undefined && origin !== EVIL && !(isStatic && origin.includes("a.b."));
  if (isStatic) headers["access-control-allow-origin"] = ["https://myapp.com"];
  else if (isAllowed) headers["access-control-allow-origin"] = [origin];
  if (policy === "list" && isAllowed) {
    headers["access-control-allow-credentials"] = ["true"];
    headers["access-control-expose-headers"] = ["x-request-id"];
  }
  if (!isStatic) headers["vary"] = [[...(own["vary"] ?? []), "Origin"].join(", ")];
  return headers;
}

/** What differs, in words; `undefined` where nothing does. */
export function difference(want: Answer | "refusal", got: Answer): string | undefined {
  if (want === "refusal") return refusalFault(got);
  if (got.status !== want.status) return `status ${got.status}, not ${want.status}`;
  if (got.body !== want.body) return `body ${quote(got.body)}, not ${quote(want.body)}`;
  for (const name of new Set([...Object.keys(want.headers), ...Object.keys(got.headers)])) {
    // Behind node-server a text has no type until something reads its headers.
    if (name === "content-type" && want.headers[name] === undefined) continue;
    const [wanted, found] = [want, got].map(({ headers }) => normalize(name, headers[name]));
    if (wanted !== found) return `${name}: ${found}, not ${wanted}`;
  }
  return undefined;
}

function refusalFault({ status, headers }: Answer): string | undefined {
  if (status !== 403) return `status ${status}, not 403: an open entrance`;
  if (headers["cache-control"]?.join() !== "no-store") return "a refusal that may be stored";
  const owned = OWNED.find((name) => headers[name] !== undefined);
  return owned && `a refusal with ${owned}`;
}

/** Vary is a set of names; no other line may be split, joined or repeated. */
function normalize(name: string, lines: readonly string[] | undefined): string {
  if (lines === undefined) return "absent";
  // Hosts spell the type that they give to a text in ways of their own.
  if (name === "content-type") return lines.join(" and ").toLowerCase().replaceAll(" ", "");
  if (name !== "vary") return lines.join(" and ");
  const names = lines.flatMap((line) => line.toLowerCase().split(",")).map((text) => text.trim());
  return names.toSorted().join();
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
