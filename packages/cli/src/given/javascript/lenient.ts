import { type Expression, parseExpressionAt, type Token, tokenizer, tokTypes } from "acorn";

const options = { ecmaVersion: "latest", sourceType: "module" } as const;

/**
 * Reads the expression that begins at a place of a text. The whole text may be no JavaScript: it
 * may be TypeScript, JSX, a page of HTML, or a script that was copied in part. The reader closes
 * what is open at its end.
 *
 * @returns undefined where nothing can be read
 */
export function expressionAt(text: string, start: number): Expression | undefined {
  const tokens = tokensOf(text, start);
  // Of a copy that ends in the middle, the last words may be halves.
  for (let count = tokens.length; count > Math.max(0, tokens.length - 8); count -= 1) {
    try {
      return parseExpressionAt(closed(text, tokens.slice(0, count)), 0, options);
    } catch {
      // The next try has a word less.
    }
  }
  return undefined;
}

const openers = new Map([
  [tokTypes.parenL, ")"],
  [tokTypes.braceL, "}"],
  [tokTypes.bracketL, "]"],
  [tokTypes.dollarBraceL, "}"],
]);
const closers = new Set([tokTypes.parenR, tokTypes.braceR, tokTypes.bracketR]);
const longest = 5000;

/** The tokens from a place on, to the bracket that closes the first one, or to the text's end. */
function tokensOf(text: string, start: number): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  try {
    const source = text.slice(start);
    for (const token of tokenizer(source, options)) {
      tokens.push(Object.assign(token, { start: token.start + start, end: token.end + start }));
      if (openers.has(token.type)) depth += 1;
      if (closers.has(token.type)) depth -= 1;
      const isWhole = closers.has(token.type) && depth <= 0;
      if (isWhole || tokens.length === longest) break;
    }
  } catch {
    // The part that was read until then has to do.
  }
  return tokens;
}

/** The source of the tokens, without the words of TypeScript, and with all brackets closed. */
function closed(text: string, tokens: readonly Token[]): string {
  const open: string[] = [];
  let source = "";
  let end = 0;
  for (const { type, start, end: next } of withoutTypes(text, tokens)) {
    const closer = openers.get(type);
    if (closer !== undefined) open.push(closer);
    if (closers.has(type)) open.pop();
    source += `${start === end ? "" : " "}${text.slice(start, next)}`;
    end = next;
  }
  return `${source.replace(/[,:]\s*$/, "")}${open.toReversed().join("")}`;
}

/** Leaves out `as Type`, `satisfies Type`, and the `!` behind a value. */
function withoutTypes(text: string, tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  // How many brackets of the type are open; undefined outside of one.
  let depth: number | undefined;
  for (const [index, token] of tokens.entries()) {
    const word = text.slice(token.start, token.end);
    const isClosing = closers.has(token.type);
    if (depth !== undefined) {
      const ends = isClosing || token.type === tokTypes.comma || token.type === tokTypes.semi;
      if (depth > 0 || !ends) {
        depth += Number(openers.has(token.type)) - Number(isClosing);
        depth += Number(word === "<") - (/^>+$/.test(word) ? word.length : 0);
        continue;
      }
      depth = undefined;
    }
    if (isTypeWord(word, kept.at(-1))) depth = 0;
    else if (word !== "!" || !isBehindValue(tokens[index + 1])) kept.push(token);
  }
  return kept;
}

function isTypeWord(word: string, before: Token | undefined): boolean {
  if (word !== "as" && word !== "satisfies") return false;
  const values = [tokTypes.name, tokTypes.string, tokTypes.num, tokTypes.backQuote];
  return before !== undefined && (closers.has(before.type) || values.includes(before.type));
}

/** Whether what follows a `!` shows that it says nothing but "this is there". */
function isBehindValue(next: Token | undefined): boolean {
  return (
    next !== undefined &&
    (closers.has(next.type) || next.type === tokTypes.comma || next.type === tokTypes.dot)
  );
}
