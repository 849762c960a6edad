import type { ConfigIssueCode } from "../config-error.ts";

/** Takes down one problem; validation goes on, so that all are told at once. */
export type Fault = (path: string, code: ConfigIssueCode, message: string) => void;

/** A value as it may stand in a message, whatever it is. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value ? "an object" : String(value);
}
