import { parseSync, Visitor } from "oxc-parser";

/** A part of a source, and what stands there instead. */
type Change = readonly [start: number, end: number, text: string];

/**
 * The source of a module in which every function throws.
 *
 * @param file its name, which says in what language it is
 */
export function withoutFunctions(file: string, source: string): string {
  return bodiesOf(file, source)
    .map(({ type, start }): Change => {
      const fault = `throw new Error("emptied");`;
      return type === "BlockStatement"
        ? [start + 1, start + 1, fault]
        : [start, start, `(() => { ${fault} })() || `];
    })
    .toSorted(([left], [right]) => right - left)
    .reduce(changed, source);
}

function changed(source: string, [start, end, text]: Change): string {
  return source.slice(0, start) + text + source.slice(end);
}

interface Body {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function bodiesOf(file: string, source: string): readonly Body[] {
  const bodies: Body[] = [];
  const see = ({ body }: { body?: Body | null }): void => {
    if (body) bodies.push(body);
  };
  new Visitor({
    FunctionDeclaration: see,
    FunctionExpression: see,
    ArrowFunctionExpression: see,
  }).visit(parseSync(file, source).program);
  return bodies;
}
