import type { Reader, Refuse } from "./reader.ts";

/** What `"*"` in place of a list stands for; `undefined` where there is no wildcard. */
export type Wildcard = "always" | "without-credentials" | undefined;

/**
 * A reader of lists, which become sets; one entry may stand alone.
 *
 * @param read reads an entry
 * @param minimum of entries
 * @param wildcard with credentials `*` may be no wildcard but a name that nothing has
 */
export function list(read: Reader, minimum: number, wildcard?: Wildcard): Reader {
  return (value, refuse, options) => {
    const isList = Array.isArray(value) && value.length >= minimum;
    // An empty list where one entry is needed is as good as an entry that is missing.
    const given: readonly unknown[] = isList ? value : [Array.isArray(value) ? undefined : value];
    if (wildcard && given.length === 1 && given[0] === "*") {
      return wildcard === "without-credentials" && options.credentials
        ? refuse("incompatible", `"*" with credentials: true; list the names`)
        : "*";
    }
    const entries: unknown[] = [];
    let index = 0;
    const refuseEntry: Refuse = (code, problem) =>
      refuse(code, problem, isList ? `[${index}]` : "");
    // By index, and by the list's own members: an iteration, `flat` and a polluted prototype would
    // hide that one is not there.
    for (; index < given.length; index += 1) {
      const entry = given[index];
      if (!hasEntry(given, index)) {
        return refuseEntry("missing", "entry, a hole in the list; leave out its comma");
      }
      if (entry === "*" && wildcard) refuseEntry("prohibited", `"*" in a list; write "*" alone`);
      else entries.push(read(entry, refuseEntry, options));
    }
    return new Set(entries);
  };
}

/**
 * Whether a list has its own member there. On Bun `hasOwn` makes a text of each index, so it is
 * asked only where a prototype has one, too.
 */
function hasEntry(list: readonly unknown[], index: number): boolean {
  return index in Array.prototype ? Object.hasOwn(list, index) : index in list;
}
