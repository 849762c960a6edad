import { isToken } from "./token.ts";
import { stripHttpWhitespace } from "./whitespace.ts";

/** A MIME type that parses. */
export interface MimeType {
  /** `type/subtype`, lower case. */
  readonly essence: string;
  /** By lower-case names, in order. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * The essence (`type/subtype`, lower case) of a MIME type. Parameters cannot make the
 * standard's parser fail, so they are not looked at.
 *
 * @returns undefined where parsing fails
 * @see https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function parseMimeEssence(value: string): string | undefined {
  const input = stripHttpWhitespace(value);
  const slash = input.indexOf("/");
  if (slash === -1) return undefined;
  const type = input.slice(0, slash);
  const semicolon = input.indexOf(";", slash);
  const rest = input.slice(slash + 1, semicolon === -1 ? undefined : semicolon);
  const subtype = rest.replace(/[\t\n\r ]+$/, "");
  if (!isToken(type) || !isToken(subtype)) return undefined;
  return `${type}/${subtype}`.toLowerCase();
}

const parameter = /;[\t\n\r ]*([^;=]*)(?:=(?:"((?:[^"\\]|\\[^])*)(?:"[^;]*|$)|([^;]*)))?/g;
const parameterValue = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * A MIME type with its parameters; the first of a name counts, and one that is malformed does not.
 *
 * @see https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function parseMimeType(value: string): MimeType | undefined {
  const essence = parseMimeEssence(value);
  if (essence === undefined) return undefined;
  const input = stripHttpWhitespace(value);
  const parameters = new Map<string, string>();
  for (const [, rawName = "", quoted, raw] of input.slice(input.indexOf("/")).matchAll(parameter)) {
    const name = rawName.toLowerCase();
    const plain = raw?.replace(/[\t\n\r ]+$/, "") || undefined;
    const text = quoted?.replace(/\\([^])/g, "$1") ?? plain;
    const counts = text !== undefined && isToken(name) && parameterValue.test(text);
    if (counts && !parameters.has(name)) parameters.set(name, text);
  }
  return { essence, parameters };
}

/** @see https://mimesniff.spec.whatwg.org/#serialize-a-mime-type */
export function serializeMimeType({ essence, parameters }: MimeType): string {
  const tail = Array.from(parameters, ([name, value]) => {
    const isPlain = isToken(value);
    return `;${name}=${isPlain ? value : `"${value.replace(/["\\]/g, "\\$&")}"`}`;
  });
  return essence + tail.join("");
}
