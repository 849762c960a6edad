import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lexer, type Token, type Tokens, walkTokens } from "marked";
import { ROOT } from "./workspace.ts";

/** A code block of a page, with what the comment above it says. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** The HTML comment right above the block, which no reader sees. */
  readonly remark: string;
}

export function readPage(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

export function codeBlocks(markdown: string): readonly CodeBlock[] {
  let remark = "";
  const blocks: CodeBlock[] = [];
  for (const token of allTokens(markdown)) {
    if (isKind(token, "code")) {
      blocks.push({ language: token.lang?.split(" ")[0] ?? "", code: token.text, remark });
    }
    if (token.type === "html") remark = /^<!--([\s\S]*)-->\s*$/.exec(token.raw)?.[1]?.trim() ?? "";
    else if (token.type !== "space") remark = "";
  }
  return blocks;
}

/** The targets of links and images, as they are written. */
export function linkTargets(markdown: string): readonly string[] {
  return allTokens(markdown).flatMap((token) =>
    isKind(token, "link") || isKind(token, "image") ? [token.href] : [],
  );
}

/** A link, as it is written. */
export interface Link {
  readonly raw: string;
  readonly text: string;
  readonly href: string;
}

export function links(markdown: string): readonly Link[] {
  return allTokens(markdown).flatMap((token) => (isKind(token, "link") ? [token] : []));
}

/** The headings' text, without markup. */
export function headings(markdown: string): readonly string[] {
  return allTokens(markdown).flatMap((token) =>
    isKind(token, "heading") ? [token.text.replaceAll("`", "")] : [],
  );
}

/** The rows of every table, each cell as it is written. */
export function tableRows(markdown: string): readonly (readonly string[])[] {
  return allTokens(markdown).flatMap((token) =>
    isKind(token, "table") ? token.rows.map((row) => row.map(({ text }) => text)) : [],
  );
}

interface Kinds {
  readonly code: Tokens.Code;
  readonly heading: Tokens.Heading;
  readonly image: Tokens.Image;
  readonly link: Tokens.Link;
  readonly table: Tokens.Table;
}

function isKind<Kind extends keyof Kinds>(token: Token, kind: Kind): token is Kinds[Kind] {
  return token.type === kind;
}

function allTokens(markdown: string): readonly Token[] {
  const tokens: Token[] = [];
  void walkTokens(lexer(markdown), (token) => void tokens.push(token));
  return tokens;
}
