import { isToken } from "./token.ts";
import { stripHttpWhitespace } from "./whitespace.ts";

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
