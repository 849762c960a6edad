import { parseSync, Visitor } from "oxc-parser";

const THROW = `throw new Error("emptied");`;

/**
 * The source of a module in which every function throws.
 *
 * @param file its name, which says in what language it is
 */
export function withoutFunctions(file: string, source: string): string {
  const insertions: (readonly [at: number, text: string])[] = [];
  const empty = ({ body }: { body?: Body | null }): void => {
    if (!body) return;
    if (body.type === "BlockStatement") insertions.push([body.start + 1, THROW]);
    else insertions.push([body.start, `(() => { ${THROW} })() || `]);
  };
  new Visitor({
    FunctionDeclaration: empty,
    FunctionExpression: empty,
    ArrowFunctionExpression: empty,
  }).visit(parseSync(file, source).program);
  return insertions
    .toSorted(([left], [right]) => right - left)
    .reduce((text, [at, insertion]) => text.slice(0, at) + insertion + text.slice(at), source);
}

interface Body {
  readonly type: string;
  readonly start: number;
}
