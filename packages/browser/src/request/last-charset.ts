/** A charset within a list of types: where its parameter begins, its text, and where that ends. */
export interface FoundCharset {
  readonly parameter: number;
  readonly start: number;
  readonly end: number;
}

/** A type of the list, with its parameters; a comma within quotes ends none. */
const listed = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g;
const parameters = /;((?:[^;"]|"(?:[^"\\]|\\.)*"?)*)/g;
const named = /^[\t ]*charset=/i;

/**
 * The charset that counts in a list of types, as netwerk/base/nsURLHelper.cpp of Firefox finds it.
 * A type without one takes over that of the same type before it.
 */
export function lastCharset(list: string): FoundCharset | undefined {
  let before = "";
  let found: FoundCharset | undefined;
  for (const { 0: text, index } of list.matchAll(listed)) {
    const type = /[^\t (;]*/.exec(text.trimStart())?.[0].toLowerCase() ?? "";
    if (!type.includes("/") || type === "*/*") continue;
    const own = charsetOf(text, index);
    if (own || type !== before) found = own;
    before = type;
  }
  return found;
}

/** The last charset of a type. */
function charsetOf(text: string, offset: number): FoundCharset | undefined {
  let found: FoundCharset | undefined;
  for (const { 0: whole, 1: parameter = "", index } of text.matchAll(parameters)) {
    const name = named.exec(parameter)?.[0];
    if (name === undefined) continue;
    const end = offset + index + whole.length;
    found = { parameter: offset + index, start: end - parameter.length + name.length, end };
  }
  return found;
}
