import { bodyOf } from "./answer.ts";
import type { Answer, Expectation, Outcome, Step } from "./case.ts";
import type { Observation } from "./observation.ts";

/** Headers that only the gate may write, so that each that no case expects is a failure. */
const GUARDED = /^(?:access-control-|vary$)/;

/** One way in which a response is not the expected one. */
export interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Everything that differs; what the observation does not hold is not compared. */
export function compare({ handler = {}, expect }: Step, seen: Observation): Difference[] {
  const wanted = expect.outcome ?? "response";
  const differences: Difference[] = [];
  const same = (what: string, expected: unknown, got: unknown): void => {
    if (got !== undefined && JSON.stringify(expected) !== JSON.stringify(got)) {
      differences.push({ what, expected, got });
    }
  };
  same("outcome", wanted, isAsGood(seen.outcome, wanted) ? wanted : (seen.error ?? seen.outcome));
  same("handler calls", expect.handlerCalled ? 1 : 0, seen.handlerCalls);
  same("verdict", expect.verdict ?? seen.verdict, seen.verdict);
  same("asked", expect.asked ?? seen.asked, seen.asked);
  same("onVerdict calls", expect.verdicts ?? seen.verdicts, seen.verdicts);
  same("reported errors", expect.reported ?? 0, seen.reported);
  if (seen.milliseconds !== undefined && seen.milliseconds > (expect.withinMs ?? Infinity)) {
    same("milliseconds", `at most ${expect.withinMs}`, Math.round(seen.milliseconds));
  }
  // A response that must be the handler's own object was compared by identity. A gate, or one
  // inside it, may still have written on it.
  if (wanted === "same-response") {
    return [...differences, ...compareHeaders(new Map(), expect, seen)];
  }
  if (seen.status === undefined || wanted !== "response") return differences;
  const asAnswered = expect.handlerCalled;
  same("status", expect.status ?? (asAnswered ? statusOf(handler) : 204), seen.status);
  if (asAnswered && expect.status === undefined && handler.statusText !== undefined) {
    same("status text", seen.answeredStatusText ?? handler.statusText, seen.statusText);
  }
  if (expect.body !== null) {
    same("body", expect.body ?? (asAnswered ? (bodyOf(handler) ?? "") : ""), seen.body);
  }
  if (isMarking(handler)) same("x-handler", asAnswered && expect.body === undefined, seen.marked);
  return [...differences, ...compareHeaders(expectedHeaders(handler, expect), expect, seen)];
}

function compareHeaders(
  expected: ReadonlyMap<string, readonly string[]>,
  { absent = [] }: Expectation,
  { headers = [] }: Observation,
): Difference[] {
  const got = collect(headers);
  const unwanted = [...got.keys()].filter((name) => GUARDED.test(name) || absent.includes(name));
  const names = new Set([...expected.keys(), ...unwanted, ...absent]);
  return [...names]
    .map((what) => ({ what, expected: show(expected.get(what)), got: show(got.get(what)) }))
    .filter(({ expected, got }) => expected !== got);
}

/** What the handler set and the gate does not own, and over it what the case says. */
function expectedHeaders(handler: Answer, expect: Expectation): Map<string, readonly string[]> {
  const kept = (handler.headers ?? []).filter(([name]) => !GUARDED.test(name.toLowerCase()));
  const expected = collect(expect.handlerCalled && isMarking(handler) ? kept : []);
  for (const [name, value] of Object.entries(expect.present ?? {})) {
    expected.set(name.toLowerCase(), typeof value === "string" ? [value] : value);
  }
  for (const name of expect.absent ?? []) expected.delete(name);
  return expected;
}

function collect(pairs: readonly (readonly [string, string])[]): Map<string, readonly string[]> {
  const lines = new Map<string, readonly string[]>();
  for (const [name, value] of pairs) {
    const key = name.toLowerCase();
    lines.set(key, [...(lines.get(key) ?? []), value]);
  }
  return lines;
}

function show(lines: readonly string[] | undefined): string {
  return lines === undefined ? "absent" : lines.map((line) => JSON.stringify(line)).join(" + ");
}

function statusOf({ kind, status }: Answer): number {
  return status ?? (kind === "redirect" ? 302 : 200);
}

/** Whether the application can put its mark, and headers at all, on what it answers. */
function isMarking({ kind = "mutable" }: Answer): boolean {
  return ["mutable", "reused", "stream", "fetched", "throws-response"].includes(kind);
}

/** The handler's own object is a response too. */
function isAsGood(got: Observation["outcome"], wanted: Outcome): boolean {
  return got === wanted || (got === "same-response" && wanted === "response");
}
