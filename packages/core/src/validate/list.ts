import type { Judge, Reader } from "./reader.ts";

/** A reader of lists, normalised, without duplicates and frozen; one entry may stand alone. */
export function list(judge: Judge, normalize: (entry: never) => unknown): Reader {
  return (value, refuse, rules) => {
    const entries = [value].flat().map((entry, index) => {
      const message = judge(entry, rules);
      if (message) refuse(message, Array.isArray(value) ? index : undefined);
      return message ?? normalize(entry as never);
    });
    return Object.freeze([...new Set(entries)]);
  };
}

/** A reader that also takes `"*"`. With credentials it may be no wildcard, but a name nothing has. */
export function wildcardOr(read: Reader, isLiteralWithCredentials: boolean): Reader {
  return (value, refuse, rules) => {
    if (value !== "*") return read(value, refuse, rules);
    if (isLiteralWithCredentials && rules.credentials) {
      refuse(`incompatible "*" with credentials: true; list the names`);
    }
    return value;
  };
}
