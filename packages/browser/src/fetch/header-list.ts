import { isToken } from "./token.ts";

/**
 * A header list of the standard: lines in order, one name may have several.
 * `Headers` would join them, and some browsers check every line on its own.
 */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** All values of `name` joined with comma and space, or undefined without such a line. */
export function getHeader(list: HeaderList, name: string): string | undefined {
  const values = list.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(", ");
}

/** The list without any line named in `names` (lower case). */
export function withoutHeaders(list: HeaderList, ...names: readonly string[]): HeaderList {
  return list.filter(([key]) => !names.includes(key.toLowerCase()));
}

/** One line per name as first written, values joined, in order of first appearance. */
export function combineLines(list: HeaderList): HeaderList {
  const combined = new Map<string, readonly [string, string]>();
  for (const [name, value] of list) {
    const key = name.toLowerCase();
    const [first, before] = combined.get(key) ?? [name, undefined];
    combined.set(key, [first, before === undefined ? value : `${before}, ${value}`]);
  }
  return [...combined.values()];
}

/**
 * The elements of a `#token` list: empty elements are tolerated, one bad element spoils it all.
 *
 * @returns the tokens as written, or undefined when an element is not a token
 * @see https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function parseTokenList(value: string): readonly string[] | undefined {
  const elements = value
    .split(",")
    .map((element) => element.replace(/^[\t ]+|[\t ]+$/g, ""))
    .filter((element) => element !== "");
  return elements.every(isToken) ? elements : undefined;
}

/** A joined value without the commas of lines that were empty. */
export function withoutEmptyLines(value: string | null): string | null {
  return value?.replace(/^(?:, )+|(?:, )+$/g, "") ?? null;
}
