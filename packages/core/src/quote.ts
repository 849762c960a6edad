import { printable } from "./printable.ts";

/**
 * Any value as it may stand in a sentence. Text is in quotes, and its invisible characters are
 * escaped. A log bears its length, since strangers choose much of it.
 */
export function quote(value: unknown): string {
  if (typeof value === "string") return printable(JSON.stringify(value.slice(0, 120)));
  // An object may have no text, or one that throws; a function's is its whole source.
  return Object(value) === value ? kindOf(value) : printable(String(value));
}

/** `[object RegExp]`, of every realm: under Jest those of a test are no instances of our `RegExp`. */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value);
}
