import type { Gate } from "@crossgate/core";
import { toGate, warn } from "@crossgate/core/adapter";
import type { Context } from "hono";
import type { HonoOptions } from "./options.ts";

/** Policies that are kept, and the longest list that one of them may have. */
const KEPT = 100;
const LONGEST = 100;
/** Policies that requests bring before the warning that none is ever used twice. */
const FRESH_POLICIES = 100;

const gates = new Map<string, Gate<Context>>();
const functions = new WeakMap<object, number>();
let functionsSeen = 0;
let isServing = false;
let compiled = 0;

/** Says that requests come, so that a policy from now on may be one that a request has brought. */
export function noteRequest(): void {
  isServing = true;
}

/**
 * The gate of these options, compiled once for the same content. An app may call `cors({ … })` with
 * every request, each time with a new object.
 *
 * @throws CorsConfigError with every problem of the options
 */
export function gateOfContent(given: HonoOptions): Gate<Context> {
  if (Object(given) !== given) return toGate(given);
  const options = readOnce(given);
  const content = contentOf(options);
  const known = content === undefined ? undefined : gates.get(content);
  if (known) return known;
  const gate = toGate<Context>(options);
  if (isServing && ++compiled === FRESH_POLICIES) warnOfFreshPolicies();
  if (content !== undefined) {
    if (gates.size >= KEPT) gates.clear();
    gates.set(content, gate);
  }
  return gate;
}

/** The options as they are now: a getter, a proxy or a list's own iterator answers once. */
function readOnce(given: HonoOptions): HonoOptions {
  const entries = Object.entries(given).map(([name, value]) => [name, readList(value)] as const);
  return Object.fromEntries(entries) as unknown as HonoOptions;
}

/** A list by its indices, as a policy is read; its holes stay. */
function readList(value: unknown): unknown {
  if (!Array.isArray(value) || value.length > LONGEST) return value;
  const list: unknown[] = [];
  list.length = value.length;
  for (const index of list.keys()) {
    if (Object.hasOwn(value, index)) list[index] = value[index];
  }
  return list;
}

/** @returns `undefined` for what has no short content, or is no option's value */
function contentOf(options: object): string | undefined {
  const parts = Object.entries(options).map(
    ([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`,
  );
  const content = parts.toSorted().join();
  return content.includes(UNKNOWN) ? undefined : content;
}

/** JSON escapes it, so that no text holds it. */
const UNKNOWN = "\u0000";

function textOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return JSON.stringify(value);
    case "boolean":
    case "number":
    case "undefined":
      return String(value);
    case "function":
      return `function ${numberOf(value)}`;
    default:
      if (isExpression(value)) return `expression ${JSON.stringify(String(value))}`;
      if (!Array.isArray(value) || value.length > LONGEST) return UNKNOWN;
      return `[${Array.from(value, textOf).join()}]`;
  }
}

/** An expression without added members, which may say anything, as those of a subclass may. */
function isExpression(value: unknown): value is RegExp {
  return (
    Object.prototype.toString.call(value) === "[object RegExp]" &&
    Object.getPrototypeOf(value) === RegExp.prototype &&
    Reflect.ownKeys(value as RegExp).length === 1
  );
}

function numberOf(value: object): number {
  const number = functions.get(value) ?? ++functionsSeen;
  functions.set(value, number);
  return number;
}

function warnOfFreshPolicies(): void {
  warn(
    () =>
      `${FRESH_POLICIES} policies were compiled while requests were served, as if each request brought ` +
      "a new one. Call cors({ … }) once, outside of handlers, or write cors((c) => policy) and return " +
      "the same object each time. Functions of the options count by identity: hoist them too.",
  );
}
