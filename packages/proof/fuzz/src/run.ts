import { type CorsOptions, createCors, type Gate, type Verdict } from "@crossgate/core";
import type { FuzzAnswer, FuzzCase, FuzzPolicy, FuzzRequest, Outcome } from "./case.ts";
import { joined, namesIn } from "./names.ts";

/** Makes the gate under test; a test makes one with a fault. */
export type CreateGate = (options: CorsOptions) => Gate;

/** A gate, and the verdict that it told last. */
export interface Subject {
  readonly gate: Gate;
  readonly last: () => Verdict | undefined;
}

export function createSubject(policy: FuzzPolicy, createGate: CreateGate): Subject {
  let last: Verdict | undefined;
  const { hasOnError, origin, ...options } = policy;
  const given = {
    ...options,
    origin: originFor(origin),
    onVerdict: (verdict: Verdict) => (last = verdict),
    onError: hasOnError ? () => new Response("mended", { status: 500 }) : undefined,
  };
  return { gate: createGate(given as unknown as CorsOptions), last: () => last };
}

function originFor(origin: FuzzPolicy["origin"]): unknown {
  if (origin === "*") return origin;
  if ("asked" in origin) return async (asked: string) => origin.asked.includes(asked);
  return origin.map((entry) => (entry.kind === "expression" ? entry.expression : entry.text));
}

export const realGate: CreateGate = (options) => createCors(options);

/** What the gate really does. */
export async function observe(
  { gate, last }: Subject,
  { request, answer }: FuzzCase,
): Promise<Outcome> {
  let ran = false;
  const guarded = gate.wrap((): Response => {
    ran = true;
    return respond(answer);
  });
  let response: Response | undefined;
  try {
    response = await guarded(toRequest(request));
  } catch {
    response = undefined;
  }
  const verdict = last();
  return {
    ran,
    status: response?.status ?? 0,
    body: response ? await response.text() : "thrown",
    headers: response ? headersOf(response) : {},
    kind: verdict?.kind ?? "",
    allowed: verdict?.allowed ?? false,
    reason: verdict?.reason ?? "",
  };
}

function toRequest({ url, method, origin, headers }: FuzzRequest): Request {
  const all = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  if (origin !== undefined) all.set("origin", origin);
  return new Request(url, { method, headers: all });
}

function respond({ kind, status, headers, body }: FuzzAnswer): Response {
  if (kind === "redirect") return Response.redirect("https://elsewhere.example/");
  // oxlint-disable-next-line no-throw-literal -- handlers throw what they like
  if (kind === "error") throw "an error";
  const response = new Response(body, { status });
  const written = new Set<string>();
  for (const [name, value] of headers) {
    if (written.has(name)) response.headers.append(name, value);
    else response.headers.set(name, value);
    written.add(name);
  }
  if (kind === "thrown-response") throw response;
  return response;
}

const LISTS = new Set([
  "vary",
  "access-control-expose-headers",
  "access-control-allow-methods",
  "access-control-allow-headers",
]);

/** Each once, and lists of names in one order; what several lines say is joined. */
function headersOf({ headers }: Response): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of headers) {
    const text = name in all ? `${all[name]}, ${value}` : value;
    all[name] = LISTS.has(name) && value !== "*" ? spelled(name, text) : text;
  }
  return all;
}

function spelled(name: string, value: string): string {
  const names = namesIn(value);
  // Beside `*` the other fields say nothing.
  if (name === "vary" && names.includes("*")) return "*";
  return joined(name === "vary" ? names.map((field) => field.toLowerCase()) : names);
}
