import type { Diagnosis, WarningCode } from "@crossgate/browser";
import type { Verdict } from "@crossgate/core";
import { adviceOf } from "./advice.ts";
import type { CheckedExchange, Prediction } from "./predict.ts";

/** What would fail next, and what fails in silence. */
export function notesOf({ exchanges }: Prediction, pageOrigin: string): readonly string[] {
  const notes = exchanges.flatMap((checked) => [
    ...furtherOf(checked).map(
      (failure) => `Next: ${failure.explanation} ${adviceOf(failure, pageOrigin)}`,
    ),
    ...checked.diagnosis.warnings
      .filter(({ code }) => isWorthTelling(code, checked))
      .map(({ explanation, fix }) => `${explanation} ${fix}`),
  ]);
  return [...new Set(notes)];
}

/**
 * What would fail next. A response of a gate that denies the page says nothing of the rest: once
 * the page is allowed, the gate sends another one.
 */
function furtherOf({ diagnosis, verdict }: CheckedExchange): Diagnosis["further"] {
  return verdict === undefined || isOriginAllowed(verdict) ? diagnosis.further : [];
}

function isOriginAllowed({ reason }: Verdict): boolean {
  return !["origin-denied", "origin-null", "origin-malformed", "no-policy"].includes(reason);
}

function isWorthTelling(code: WarningCode, { exchange, verdict }: CheckedExchange): boolean {
  // A script that gets no response misses no header.
  if (code === "headers-not-exposed") return exchange.conclusion.kind === "allowed";
  // Crossgate leaves Vary out where every page gets the same response, which one exchange can't
  // show.
  return code !== "vary-missing" || verdict === undefined;
}
