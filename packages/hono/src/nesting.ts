import type { Gate, Verdict } from "@crossgate/core";
import { applyInside, isResponse, printable, warn } from "@crossgate/core/adapter";
import type { Next } from "hono";
import { replace, type Answering } from "./late-answer.ts";

/** On a context, the gate that its request is inside of; a WeakMap's entry costs each request more. */
const OUTER: unique symbol = Symbol("crossgate");

interface Marked extends Answering {
  [OUTER]?: Gate | undefined;
}

/** The gate that a request has entered, and not left. */
export function outerGate(c: Marked): Gate | undefined {
  return c[OUTER];
}

/** Runs what is behind a gate. */
export async function enter(c: Marked, gate: Gate, next: Next): Promise<void> {
  c[OUTER] = gate;
  try {
    await next();
  } finally {
    c[OUTER] = undefined;
  }
}

/**
 * Answers as a gate inside another. It may refuse, or answer a preflight that the outer gate lets
 * through, and its responses vary by what they vary by. The CORS headers are the outer gate's, so
 * that it finds nothing but the handler's own.
 */
export async function answerInside(
  c: Answering,
  verdict: Verdict,
  next: Next,
): Promise<Response | undefined> {
  if (verdict.response) return replace(c, applyInside(verdict, verdict.response));
  await next();
  const res: unknown = c.finalized && c.res;
  return isResponse(res) ? replace(c, applyInside(verdict, res)) : undefined;
}

/** Warnings of one policy: an app that makes its middleware for each request would warn each time. */
const MOST_WARNINGS = 10;
const warnings = new WeakMap<Gate, number>();

/**
 * Two gates around one handler are two answers to one question. The outer one decides, so the inner
 * policy never applies, and no response shows it.
 *
 * @returns a function to call with every request that meets a gate inside another; it warns once
 */
export function createNestingWarning(): (path: string, inner: Gate, outer: Gate) => void {
  let warned = false;
  return (path, inner, outer) => {
    const count = warnings.get(inner) ?? 0;
    if (warned || count === MOST_WARNINGS) return;
    warned = true;
    warnings.set(inner, count + 1);
    warn(
      () =>
        `${describe(inner)} is inside ${describe(outer)}, which decides everything: seen on ${printable(path)}. ` +
        "Mount one policy per path, or one corsByPath for all.",
    );
  };
}

/** Enough entries of a list to tell which one it is; there may be a million. */
const MOST_SHOWN = 3;

function describe(gate: Gate): string {
  const { options } = gate as {
    options?: { origin: string | RegExp | readonly (string | RegExp)[] | (() => unknown) };
  };
  const origin = options?.origin;
  if (!origin) return "cors";
  if (typeof origin === "function") return "cors (origin: a function)";
  const entries = [origin].flat();
  const more = entries.length - MOST_SHOWN;
  const shown = entries.slice(0, MOST_SHOWN).join();
  return `cors (origin: ${shown}${more > 0 ? ` and ${more} more` : ""})`;
}
