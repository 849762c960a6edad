import type { Reader, Refuse } from "./reader.ts";

/** A reader of lists, without duplicates and frozen; one entry may stand alone. */
export function list(read: Reader): Reader {
  return (value, refuse, rules) => {
    const entries = [value].flat().map((entry, index) => {
      const refuseEntry: Refuse = (message) =>
        refuse(message, Array.isArray(value) ? `[${index}]` : "");
      return entry === "*"
        ? refuseEntry(`prohibited "*" in a list; list the names, or write "*" alone`)
        : read(entry, refuseEntry, rules);
    });
    return Object.freeze([...new Set(entries)]);
  };
}

/** A reader that also takes `"*"`. With credentials it may be no wildcard, but a name nothing has. */
export function wildcardOr(read: Reader, isLiteralWithCredentials?: true): Reader {
  return (value, refuse, rules) => {
    if (value !== "*") return read(value, refuse, rules);
    return isLiteralWithCredentials && rules.credentials
      ? refuse(`incompatible "*" with credentials: true; list the names`)
      : value;
  };
}
