import { parseSync, Visitor } from "oxc-parser";

/** A part of a source, and what stands there instead. */
type Change = readonly [start: number, end: number, text: string];

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The source of a module once for each fault in it. Small faults come first. A condition always or
 * never holds, or has one side alone. A comparison has nothing to compare with. A text or number is
 * another one, and a call hands its argument on. Then functions do nothing, or agree to all.
 *
 * @param file its name, which says in what language it is
 */
export function sourcesWithFault(file: string, source: string): readonly string[] {
  const textOf = ({ start, end }: Span): string => source.slice(start, end);
  const small: Change[] = [];
  const large: Change[] = [];
  /** Where texts stand that are names of modules, types or members. */
  const names = new Set<number>();
  const always = ({ test }: { readonly test: Span }): void => {
    small.push([test.start, test.end, "true"], [test.start, test.end, "false"]);
  };
  const idle = ({ body }: { readonly body?: (Span & { readonly type: string }) | null }): void => {
    if (!body) return;
    const [start, end] = body.type === "BlockStatement" ? [body.start + 1, body.start + 1] : [];
    for (const result of ["undefined", "true"]) {
      large.push([
        start ?? body.start,
        end ?? body.end,
        start === undefined ? result : `return ${result};`,
      ]);
    }
  };
  new Visitor({
    ImportDeclaration: ({ source: { start } }) => names.add(start),
    ExportNamedDeclaration: (node) => node.source && names.add(node.source.start),
    TSLiteralType: ({ literal: { start } }) => names.add(start),
    Property: ({ key: { start } }) => names.add(start),
    IfStatement: always,
    ConditionalExpression: always,
    LogicalExpression: ({ start, end, left, right }) =>
      small.push([start, end, textOf(left)], [start, end, textOf(right)]),
    BinaryExpression: ({ start, end, operator, left }) => {
      if (/^[!=]==$/.test(operator)) {
        small.push([start, end, `${operator === "===" ? "!" : ""}(${textOf(left)})`]);
      }
    },
    CallExpression: ({ start, end, arguments: [first] }) =>
      first && small.push([start, end, `(${textOf(first)})`]),
    Literal: ({ start, end, value }) => {
      if (names.has(start)) return;
      if (value instanceof RegExp) small.push([start, end, "/(?:)/"]);
      if (typeof value === "string") small.push([start, end, value === "" ? '"-"' : '""']);
      if (typeof value === "number") small.push([start, end, String(value + 1)]);
    },
    FunctionDeclaration: idle,
    FunctionExpression: idle,
    ArrowFunctionExpression: idle,
  }).visit(parseSync(file, source).program);
  return [...small, ...large].map(
    ([start, end, text]) => source.slice(0, start) + text + source.slice(end),
  );
}
