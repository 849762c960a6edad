import JSON5 from "json5";
import { hideExpressions, revealExpression } from "./expression-literals.ts";
import { LIMITS } from "./limits.ts";

/** A policy as `createCors` takes it, not yet looked at. */
export type OptionsRecord = Readonly<Record<string, unknown>>;

/** What a text holds, or why it holds no options. */
export type ParsedOptions =
  | { readonly options: OptionsRecord; readonly problem?: never }
  | { readonly options?: never; readonly problem: string };

/** A call as people copy it: `createCors({ … });`, `cors({ … })`. */
const CALL = /^\s*[A-Za-z_$][\w$.]*\((?=\s*\{)/u;
const CALL_END = /\)\s*;?\s*$/u;

/**
 * Reads an options object as it stands in a program: JSON5 and RegExp literals, and no more. Nothing
 * is evaluated.
 */
export function parseOptions(text: string): ParsedOptions {
  if (text.length > LIMITS.text) {
    return { problem: `longer than ${LIMITS.text} characters; shorten it` };
  }
  try {
    const { text: hidden, expressions } = hideExpressions(withoutCall(text));
    const value: unknown = JSON5.parse(
      hidden,
      (_key, entry: unknown) => revealExpression(entry, expressions) ?? entry,
    );
    if (isRecord(value)) return { options: value };
    return { problem: "not an object; write { origin: … }" };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function withoutCall(text: string): string {
  const call = CALL.exec(text)?.[0];
  if (call === undefined || !CALL_END.test(text)) return text;
  // Blanks, so that a problem is told where it is.
  return " ".repeat(call.length) + text.slice(call.length).replace(CALL_END, "");
}

function isRecord(value: unknown): value is OptionsRecord {
  const isObject = typeof value === "object" && value !== null;
  return isObject && !Array.isArray(value) && !(value instanceof RegExp);
}

function messageOf(error: unknown): string {
  if (error instanceof RangeError) return "nested too deeply; options are flat";
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^JSON5: /u, "");
}
