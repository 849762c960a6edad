import { LIMITS } from "./limits.ts";

/** Header lines of a server without Crossgate, as a visitor wrote them. */
export type HeaderLine = readonly [name: string, value: string];

export type ByHand =
  | { readonly lines: readonly HeaderLine[]; readonly problem?: never }
  | { readonly lines?: never; readonly problem: string };

/**
 * The only headers a visitor may choose. None sets a cookie, names a document's type, leads
 * elsewhere or loosens what a document may do.
 */
export const BY_HAND_NAMES = [
  "access-control-allow-origin",
  "access-control-allow-credentials",
  "access-control-allow-methods",
  "access-control-allow-headers",
  "access-control-expose-headers",
  "access-control-max-age",
  "vary",
] as const;

/** What such a server may answer to a preflight. */
export const PREFLIGHT_STATUSES = [204, 200, 302, 401, 404, 405, 500] as const;

const PRINTABLE = /^[\x20-\x7e]*$/u;

/** Reads lines of `Name: value`. Empty ones are skipped; one bad line spoils all. */
export function parseByHand(text: string): ByHand {
  if (text.length > LIMITS.text) return { problem: "too long" };
  const lines: HeaderLine[] = [];
  for (const line of text.split("\n").filter((line) => line.trim() !== "")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const problem = colon === -1 ? `no colon in "${line.trim()}"` : problemOf(name, value);
    if (problem !== undefined) return { problem };
    lines.push([name, value]);
  }
  return lines.length > LIMITS.lines ? { problem: `more than ${LIMITS.lines} lines` } : { lines };
}

function problemOf(name: string, value: string): string | undefined {
  const isKnown = BY_HAND_NAMES.some((known) => known === name);
  if (!isKnown) return `"${name}" is not among ${BY_HAND_NAMES.join(", ")}`;
  if (value.length > LIMITS.value) return `${name} is longer than ${LIMITS.value} characters`;
  return PRINTABLE.test(value) ? undefined : `${name} holds more than printable ASCII`;
}
