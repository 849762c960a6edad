/** JSON5 knows no RegExp, so each literal stands as a string of the same length while it is parsed. */
interface Hidden {
  readonly text: string;
  readonly expressions: readonly RegExp[];
}

const STRING = String.raw`"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'`;
const COMMENT = String.raw`\/\/[^\n]*|\/\*[^]*?\*\/`;
const EXPRESSION = String.raw`\/((?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)`;
const TOKENS = new RegExp(`${STRING}|${COMMENT}|${EXPRESSION}`, "gu");

/** Characters that no text holds by right. The first stands for expression 0, and so on. */
const FIRST = 0xe000;
const PADDING = "\uf8ff";
const PRIVATE_USE = /[\ue000-\uf8ff]/u;

/**
 * Puts strings in the place of RegExp literals; a place in the text stays where it was.
 *
 * @throws SyntaxError for what is no RegExp, or for a text that holds the stand-ins themselves
 */
export function hideExpressions(text: string): Hidden {
  if (PRIVATE_USE.test(text)) throw new SyntaxError("write private-use characters as \\u escapes");
  const expressions: RegExp[] = [];
  const hidden = text.replace(TOKENS, (token, source?: string, flags = "") => {
    if (source === undefined) return token;
    const mark = String.fromCharCode(FIRST + expressions.length);
    expressions.push(new RegExp(source, flags));
    return `"${mark.padEnd(token.length - 2, PADDING)}"`;
  });
  return { text: hidden, expressions };
}

/** The expression that a string stands for; undefined for a string that is one. */
export function revealExpression(
  value: unknown,
  expressions: readonly RegExp[],
): RegExp | undefined {
  if (typeof value !== "string" || !PRIVATE_USE.test(value[0] ?? "")) return undefined;
  return expressions[value.charCodeAt(0) - FIRST];
}
