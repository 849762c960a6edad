import {
  type Expression,
  type JSXText,
  parseSync,
  type Program,
  type StringLiteral,
  type TemplateLiteral,
  Visitor,
} from "oxc-parser";
import { countLineEnds, type Passage, type Span, toPassage } from "./passage.ts";

/** Four words or more with single spaces between them: a text for people. */
const SENTENCE = /^\S+(?: \S+){3,}$/;
/** Code within a message, in backquotes or in quotation marks. */
const QUOTED = /(`[^`]*`|"[^"]*")/;
/** The words of browsers, which stay as browsers say them. */
const BROWSER = /^(?:Access to |Mozilla\/5)/;
const TEST_FILE = /\.test\.tsx?$/;
const TITLED: ReadonlySet<string> = new Set(["describe", "it", "test"]);

type Text = JSXText | StringLiteral | TemplateLiteral;

/**
 * Finds the messages among the texts of a source: errors, explanations, advice.
 *
 * A test's texts are what browsers and servers say, and only its titles are messages.
 */
export function messagePassages(file: string, source: string): readonly Passage[] {
  const { program } = parseSync(file, source);
  const texts = TEST_FILE.test(file) ? titles(program) : allTexts(program);
  return texts
    .map((text) => {
      const line = 1 + countLineEnds(source.slice(0, text.start));
      return toPassage("message", line, spans(text));
    })
    .filter(({ masked, text }) => SENTENCE.test(masked.trim()) && !BROWSER.test(text));
}

function allTexts(program: Program): readonly Text[] {
  const texts: Text[] = [];
  new Visitor({
    Literal: (node) => void (isText(node) && texts.push(node)),
    TemplateLiteral: (node) => void texts.push(node),
    JSXText: (node) => void texts.push(node),
  }).visit(program);
  return texts;
}

function titles(program: Program): readonly Text[] {
  const texts: Text[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [title] }) {
      if (title && TITLED.has(rootName(callee)) && isText(title)) texts.push(title);
    },
  }).visit(program);
  return texts;
}

/** The `test` of `test.each(rows)` and of `test.concurrent`. */
function rootName(callee: Expression): string {
  if (callee.type === "Identifier") return callee.name;
  if (callee.type === "CallExpression") return rootName(callee.callee);
  return callee.type === "MemberExpression" ? rootName(callee.object) : "";
}

function isText(node: { readonly type: string; readonly value?: unknown }): node is Text {
  return node.type === "TemplateLiteral" || typeof node.value === "string";
}

function spans(text: Text): readonly Span[] {
  if (text.type === "Literal") return words(text.value);
  // A browser shows a line end of JSX as a space.
  if (text.type === "JSXText") return words(text.value.replace(/\s+/g, " "));
  return text.quasis.flatMap(({ value }, index) => [
    ...(index === 0 ? [] : [{ text: "${}", isCode: true }]),
    ...words(value.cooked ?? value.raw),
  ]);
}

function words(text: string): readonly Span[] {
  return text.split(QUOTED).map((part, index) => ({ text: part, isCode: index % 2 === 1 }));
}
