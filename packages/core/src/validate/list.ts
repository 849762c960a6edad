import type { Reader, Refuse } from "./reader.ts";

/**
 * A reader of lists, without duplicates and frozen; one entry may stand alone.
 *
 * @param read reads an entry
 * @param minimum of entries
 * @param isLiteral whether `"*"` in place of the list is, with credentials, no wildcard but a name that
 * nothing has; `undefined` where there is no wildcard at all
 */
export function list(read: Reader, minimum: number, isLiteral?: boolean): Reader {
  return (value, refuse, rules) => {
    if (value === "*" && isLiteral !== undefined) {
      return isLiteral && rules.credentials
        ? refuse(`incompatible "*" with credentials: true; list the names`)
        : value;
    }
    const given = [value].flat();
    // An empty list where one entry is needed is as good as an entry that is missing.
    const entries = (given.length < minimum ? [""] : given).map((entry, index) => {
      const refuseEntry: Refuse = (message) =>
        refuse(message, Array.isArray(value) && value.length > 0 ? `[${index}]` : "");
      return entry === "*" && isLiteral !== undefined
        ? refuseEntry(`prohibited "*" in a list; write "*" alone`)
        : read(entry, refuseEntry, rules);
    });
    return Object.freeze([...new Set(entries)]);
  };
}
