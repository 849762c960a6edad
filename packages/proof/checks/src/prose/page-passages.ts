import { lexer, type Token, type Tokens } from "marked";
import { countLineEnds, type Passage, type PassageKind, type Span, toPassage } from "./passage.ts";

/** Reads a code block of a page: its language, its code, and the line after the fence. */
export type ReadCode = (language: string, code: string, line: number) => readonly Passage[];

interface Reader {
  /** The kind of what is no heading. */
  readonly kind: PassageKind;
  readonly readCode: ReadCode;
}

/** The passages of a markdown text. Comments of HTML are left out: no reader sees them. */
export function pagePassages(markdown: string, reader: Reader, firstLine = 1): readonly Passage[] {
  return blocks(lexer(markdown), firstLine, reader);
}

function blocks(tokens: readonly Token[], firstLine: number, reader: Reader): readonly Passage[] {
  let line = firstLine;
  return tokens.flatMap((token) => {
    const passages = block(token, line, reader);
    line += countLineEnds(token.raw);
    return passages;
  });
}

function block(token: Token, line: number, reader: Reader): readonly Passage[] {
  if (isOneOf(token, "code")) return reader.readCode(token.lang ?? "", token.text, line + 1);
  if (isOneOf(token, "table")) return table(token, line, reader);
  if (isOneOf(token, "list")) return blocks(token.items, line, reader);
  if (isOneOf(token, "list_item")) return blocks(token.tokens, line, reader);
  if (isOneOf(token, "blockquote")) return blocks(token.tokens, line, reader);
  if (token.type === "html" || token.type === "space" || token.type === "hr") return [];
  return [toPassage(token.type === "heading" ? "heading" : reader.kind, line, inline(token))];
}

/** Each cell is a passage; a row stands on one line, and the rule below the head on another. */
function table({ header, rows }: Tokens.Table, line: number, { kind }: Reader): readonly Passage[] {
  const cells = (row: readonly Tokens.TableCell[], at: number): readonly Passage[] =>
    row.map(({ tokens }) => toPassage(kind, at, tokens.flatMap(inline)));
  return [...cells(header, line), ...rows.flatMap((row, index) => cells(row, line + 2 + index))];
}

function inline(token: Token): readonly Span[] {
  if (isOneOf(token, "codespan")) return [{ text: `\`${token.text}\``, isCode: true }];
  if (isOneOf(token, "image")) return [{ text: token.text }];
  if (isOneOf(token, "link") && token.text === token.href) {
    return [{ text: token.text, isCode: true }];
  }
  if (token.type === "html") return [];
  if (token.type === "br") return [{ text: "\n" }];
  if ("tokens" in token && token.tokens) return token.tokens.flatMap(inline);
  return [{ text: "text" in token ? String(token.text) : token.raw }];
}

interface Kinds {
  readonly blockquote: Tokens.Blockquote;
  readonly code: Tokens.Code;
  readonly codespan: Tokens.Codespan;
  readonly image: Tokens.Image;
  readonly link: Tokens.Link;
  readonly list: Tokens.List;
  readonly list_item: Tokens.ListItem;
  readonly table: Tokens.Table;
}

function isOneOf<Kind extends keyof Kinds>(token: Token, kind: Kind): token is Kinds[Kind] {
  return token.type === kind;
}
